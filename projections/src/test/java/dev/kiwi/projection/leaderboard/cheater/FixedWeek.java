package dev.kiwi.projection.leaderboard.cheater;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** One earlier capture of one board, some seconds before. */
record FixedWeek(AnalysedBoard board, long seconds, IntToDoubleFunction scoreOfRow) implements Week {
    static final long ANCHOR = 1_780_999_500L;

    @Override
    public long[] anchors() {
        return new long[] {ANCHOR - seconds, ANCHOR};
    }

    @Override
    public double[][] scores(int uuid, int[] players) {
        throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public Earlier earlier(int uuid, int[] players, long cycle) {
        long[] anchors = new long[players.length];
        Arrays.fill(anchors, ANCHOR - seconds);
        // Player n stands on row n.
        return new Earlier(
                anchors,
                Arrays.stream(players).mapToDouble(scoreOfRow::applyAsDouble).toArray());
    }
}
