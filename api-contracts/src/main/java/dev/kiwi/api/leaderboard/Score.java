package dev.kiwi.api.leaderboard;

/** Scores are IEEE doubles; in JSON a whole number has no fraction. */
public final class Score {
    private static final double EXACT = 1L << 53;

    private Score() {}

    /** A {@code Long} where that is exact, else a {@code Double}. */
    public static Number number(double score) {
        if (Math.abs(score) <= EXACT && score == Math.rint(score)) {
            return (long) score;
        }
        return score;
    }
}
