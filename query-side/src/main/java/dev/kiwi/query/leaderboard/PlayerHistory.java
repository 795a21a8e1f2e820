package dev.kiwi.query.leaderboard;

import dev.kiwi.projection.leaderboard.packed.BoardBody.Row;
import dev.kiwi.projection.leaderboard.packed.PlayerIndex;
import dev.kiwi.projection.leaderboard.packed.PlayerIndex.Place;
import dev.kiwi.projection.leaderboard.packed.PlayerTotals;
import dev.kiwi.projection.leaderboard.packed.TotalRows;
import dev.kiwi.projection.leaderboard.packed.TotalRows.Total;
import dev.kiwi.projection.leaderboard.total.TotalsFold;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a player has ever stood: the kept totals, and the captures that are not in them yet. */
@Component
class PlayerHistory {
    private final JdbcClient jdbc;
    private final BoardSlices slices;

    PlayerHistory(JdbcClient jdbc, BoardSlices slices) {
        this.jdbc = jdbc;
        this.slices = slices;
    }

    /** By number of the board. @throws Replaced when a capture is replaced meanwhile */
    TreeMap<Integer, Total> totals(int player) {
        TreeMap<Integer, Total> totals = new TreeMap<>();
        List<PlayerPlaces.Standing> rest = new ArrayList<>();
        // One statement, so that a capture is in one of the two and not in both.
        jdbc.sql("""
                        with folded as (select s.version from pm.player_total_state s where %s)
                        select null, null, t.body from pm.player_total t, folded where t.bucket = :bucket
                        union all
                        select p.anchor, c.version, p.body
                        from leaderboards.capture c
                        join leaderboards.player_capture p on p.anchor = c.anchor and p.bucket = :bucket
                        where c.version > coalesce((select version from folded), 0) and p.present & :bit <> 0""".formatted(TotalsFold.STANDS))
                .param("bucket", PlayerIndex.bucket(player))
                .param("bit", PlayerIndex.bit(player))
                .query(row -> {
                    long anchor = row.getLong(1);
                    if (row.wasNull()) {
                        keep(row.getBytes(3), player, totals);
                    } else {
                        stand(row.getBytes(3), player, anchor, row.getLong(2), rest);
                    }
                });
        List<Row> rows = slices.rows(rest);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            BoardBodies.Key key = rest.get(i).key();
            Total one =
                    new Total(player, key.board(), row.rank(), 1, key.anchor(), key.anchor(), row.rank(), row.score());
            totals.merge(key.board(), one, PlayerHistory::together);
        }
        return totals;
    }

    private static void keep(byte[] body, int player, TreeMap<Integer, Total> totals) {
        TotalRows rows = PlayerTotals.decode(body, PlayerIndex.bucket(player));
        for (int i = 0; i < rows.size(); i++) {
            if (rows.player(i) == player) {
                totals.put(rows.board(i), rows.row(i));
            }
        }
    }

    /** The first place on each board: a player who is listed twice counts once. */
    private static void stand(byte[] body, int player, long anchor, long version, List<PlayerPlaces.Standing> rest) {
        int board = -1;
        for (Place place : PlayerIndex.places(body, player)) {
            if (place.board() != board) {
                board = place.board();
                rest.add(new PlayerPlaces.Standing(new BoardBodies.Key(board, anchor, version), place.position()));
            }
        }
    }

    private static Total together(Total a, Total b) {
        Total latest = b.lastSeen() > a.lastSeen() ? b : a;
        return new Total(
                a.player(),
                a.board(),
                Math.min(a.bestRank(), b.bestRank()),
                a.appearances() + b.appearances(),
                Math.min(a.firstSeen(), b.firstSeen()),
                Math.max(a.lastSeen(), b.lastSeen()),
                latest.latestRank(),
                latest.latestScore());
    }
}
