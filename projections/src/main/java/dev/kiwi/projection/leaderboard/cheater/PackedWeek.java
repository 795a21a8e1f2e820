package dev.kiwi.projection.leaderboard.cheater;

import dev.kiwi.projection.leaderboard.packed.BoardBody;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The week out of the packed boards; a board's captures are read together and dropped again. */
final class PackedWeek implements Week {
    private static final int AT_ONCE = 8;

    private final JdbcClient jdbc;
    private final long[] anchors;
    private final long newest;
    private final int[] places;

    /** @param players numbers of players are below it */
    PackedWeek(JdbcClient jdbc, long[] anchors, long newest, int players) {
        this.jdbc = jdbc;
        this.anchors = anchors;
        this.newest = newest;
        this.places = new int[players];
        Arrays.fill(places, -1);
    }

    @Override
    public long[] anchors() {
        return anchors;
    }

    @Override
    public double[][] scores(int board, int[] players) {
        double[][] scores = new double[anchors.length][players.length];
        for (double[] slot : scores) {
            Arrays.fill(slot, Double.NaN);
        }
        mark(players);
        jdbc.sql("""
                        select anchor, body from leaderboards.board_capture
                        where board_uuid = ? and anchor between ? and ? order by anchor""").params(board, anchors[0], newest).query(row -> {
            int slot = Arrays.binarySearch(anchors, row.getLong(1));
            if (slot >= 0) {
                BoardBody.of(row.getBytes(2)).scores(places, scores[slot], players.length);
            }
        });
        unmark(players);
        return scores;
    }

    @Override
    public Earlier earlier(int board, int[] players, long cycle) {
        long[] found = new long[players.length];
        double[] scores = new double[players.length];
        Arrays.fill(scores, Double.NaN);
        mark(players);
        long below = newest;
        int left = players.length;
        for (int size = 1; left > 0; size = AT_ONCE) {
            int open = left;
            long[] last = {Long.MIN_VALUE};
            int[] read = {0};
            jdbc.sql("""
                            select anchor, body from leaderboards.board_capture
                            where board_uuid = ? and anchor >= ? and anchor < ? order by anchor desc limit ?""").params(board, cycle, below, size).query(row -> {
                last[0] = row.getLong(1);
                read[0]++;
                BoardBody.of(row.getBytes(2)).scores(places, scores, open);
                date(scores, found, last[0]);
            });
            left = (int) Arrays.stream(found).filter(anchor -> anchor == 0).count();
            if (read[0] < size) {
                break;
            }
            below = last[0];
        }
        unmark(players);
        return new Earlier(found, scores);
    }

    /** Scores that came with this capture. */
    private static void date(double[] scores, long[] found, long anchor) {
        for (int i = 0; i < found.length; i++) {
            if (found[i] == 0 && !Double.isNaN(scores[i])) {
                found[i] = anchor;
            }
        }
    }

    private void mark(int[] players) {
        for (int i = 0; i < players.length; i++) {
            places[players[i]] = i;
        }
    }

    private void unmark(int[] players) {
        for (int player : players) {
            places[player] = -1;
        }
    }
}
