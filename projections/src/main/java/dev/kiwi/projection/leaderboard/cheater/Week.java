package dev.kiwi.projection.leaderboard.cheater;

/** The captures since the last weekly reset, the analysed one included and last. */
public interface Week {

    /** Ascending; a slot is an index into it. */
    long[] anchors();

    /**
     * Scores of some players on a board, first row each, one array by slot; not a number where a player is not listed.
     *
     * @param players distinct
     */
    double[][] scores(int board, int[] players);

    /**
     * The newest rows before the analysed capture, and not before {@code cycle}.
     *
     * @param players distinct
     */
    Earlier earlier(int board, int[] players, long cycle);

    /** @param anchors 0 where there is no earlier row */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Earlier(long[] anchors, double[] scores) {}
}
