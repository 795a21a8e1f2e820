package dev.kiwi.query.leaderboard;

import dev.kiwi.projection.leaderboard.packed.PlayerIndex;
import dev.kiwi.projection.leaderboard.packed.PlayerIndex.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
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

    /**
     * Which part of a history is asked for.
     *
     * @param board null for all
     * @param from no capture before it
     * @param after the walk goes on behind it; null for the beginning
     * @param to no capture after it
     */
    record Range(
            @Nullable Integer board, long from, @Nullable HistoryCursor after, long to) {
        Range(@Nullable Integer board, long from, @Nullable HistoryCursor after) {
            this(board, from, after, Long.MAX_VALUE - 1);
        }

        boolean holds(long anchor, Place place) {
            return (board == null || board == place.board()) && (after == null || after.isBefore(anchor, place));
        }

        /** No capture at or above it. */
        long below() {
            return (after == null ? to : Math.min(to, after.anchor())) + 1;
        }
    }

    /** By anchor descending, then board, then position. */
    List<Standing> newest(int player, Range range, int limit) {
        List<Standing> standings = new ArrayList<>();
        long below = range.below();
        for (int size = FIRST_PAGE; standings.size() < limit; size = Math.min(size * 2, LARGEST_PAGE)) {
            List<Indexed> page = page(player, range.from, below, size);
            for (Indexed capture : page) {
                for (Place place : PlayerIndex.places(capture.body, player)) {
                    if (range.holds(capture.anchor, place)) {
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

    /** From the newest capture down to an anchor, as long as the visitor wants more. */
    void walk(int player, long from, Predicate<Standing> wantsMore) {
        long below = Long.MAX_VALUE;
        for (int size = FIRST_PAGE; ; size = Math.min(size * 2, LARGEST_PAGE)) {
            List<Indexed> page = page(player, from, below, size);
            for (Indexed capture : page) {
                for (Place place : PlayerIndex.places(capture.body, player)) {
                    BoardBodies.Key key = new BoardBodies.Key(place.board(), capture.anchor, capture.version);
                    if (!wantsMore.test(new Standing(key, place.position()))) {
                        return;
                    }
                }
            }
            if (page.size() < size) {
                return;
            }
            below = page.getLast().anchor;
        }
    }

    /** All from an anchor on, by anchor, then board; of a player who is listed twice on a board the first place. */
    List<Standing> since(int player, long from) {
        List<Standing> standings = new ArrayList<>();
        for (Indexed capture :
                page(player, from, Long.MAX_VALUE, Integer.MAX_VALUE).reversed()) {
            int board = -1;
            for (Place place : PlayerIndex.places(capture.body, player)) {
                if (place.board() != board) {
                    board = place.board();
                    standings.add(new Standing(
                            new BoardBodies.Key(board, capture.anchor, capture.version), place.position()));
                }
            }
        }
        return standings;
    }

    /** In one capture, by board, then position. */
    List<Standing> at(int player, long anchor) {
        return newest(player, new Range(null, anchor, null, anchor), Integer.MAX_VALUE);
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Indexed(long anchor, long version, byte[] body) {}

    private List<Indexed> page(int player, long from, long below, int size) {
        return jdbc.sql("""
                        select p.anchor, c.version, p.body
                        from leaderboards.player_capture p join leaderboards.capture c using (anchor)
                        where p.bucket = ? and p.present & ? <> 0 and p.anchor >= ? and p.anchor < ?
                        order by p.anchor desc limit ?""")
                .params(PlayerIndex.bucket(player), PlayerIndex.bit(player), from, below, size)
                .query((row, number) -> new Indexed(row.getLong(1), row.getLong(2), row.getBytes(3)))
                .list();
    }
}
