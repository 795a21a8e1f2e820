package dev.kiwi.query.leaderboard;

import dev.kiwi.projection.leaderboard.packed.PlayerIndex;
import dev.kiwi.projection.leaderboard.packed.PlayerIndex.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Walks the captures that list a player, newest first, a few at a time and no further than needed. */
@Component
class PlayerPlaces {
    private static final int FIRST_PAGE = 8;
    private static final int LARGEST_PAGE = 256;

    private final JdbcClient jdbc;

    PlayerPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param position of the player's row in that board */
    record Standing(BoardBodies.Key key, int position) {}

    /** By anchor descending, then board, then position. @param board null for all */
    List<Standing> newest(int player, @Nullable Integer board, int limit) {
        List<Standing> standings = new ArrayList<>();
        long below = Long.MAX_VALUE;
        for (int size = FIRST_PAGE; standings.size() < limit; size = Math.min(size * 2, LARGEST_PAGE)) {
            List<Indexed> page = page(player, below, size);
            for (Indexed capture : page) {
                for (Place place : PlayerIndex.places(capture.body, player)) {
                    if (board == null || board == place.board()) {
                        BoardBodies.Key key = new BoardBodies.Key(place.board(), capture.anchor, capture.version);
                        standings.add(new Standing(key, place.position()));
                    }
                }
            }
            if (page.size() < size) {
                break;
            }
            below = page.getLast().anchor;
        }
        return standings.subList(0, Math.min(limit, standings.size()));
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Indexed(long anchor, long version, byte[] body) {}

    private List<Indexed> page(int player, long below, int size) {
        return jdbc.sql("""
                        select p.anchor, c.version, p.body
                        from leaderboards.player_capture p join leaderboards.capture c using (anchor)
                        where p.bucket = ? and p.present & ? <> 0 and p.anchor < ?
                        order by p.anchor desc limit ?""")
                .params(PlayerIndex.bucket(player), PlayerIndex.bit(player), below, size)
                .query((row, number) -> new Indexed(row.getLong(1), row.getLong(2), row.getBytes(3)))
                .list();
    }
}
