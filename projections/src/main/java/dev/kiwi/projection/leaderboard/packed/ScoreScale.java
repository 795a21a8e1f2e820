package dev.kiwi.projection.leaderboard.packed;

/** How many decimals turn all scores of a board into whole numbers that give the very same doubles back. */
final class ScoreScale {
    /** Scores that no scale fits are stored as they are. */
    static final int RAW = 7;

    private static final double[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};
    private static final double EXACT = 1L << 53;

    private ScoreScale() {}

    /** 0 to 6, or {@link #RAW}. */
    static int of(BoardRows rows) {
        int scale = 0;
        for (int i = 0; i < rows.size() && scale < RAW; i++) {
            while (scale < RAW && !fits(rows.score(i), scale)) {
                scale++;
            }
        }
        // A scale found late may be too much for a large score seen early.
        for (int i = 0; i < rows.size() && scale < RAW; i++) {
            scale = fits(rows.score(i), scale) ? scale : RAW;
        }
        return scale;
    }

    static long scaled(double score, int scale) {
        return (long) Math.rint(score * POWERS[scale]);
    }

    static double unscaled(long value, int scale) {
        return value / POWERS[scale];
    }

    private static boolean fits(double score, int scale) {
        double shifted = Math.abs(score) * POWERS[scale];
        return shifted <= EXACT
                && Double.doubleToLongBits(unscaled(scaled(score, scale), scale)) == Double.doubleToLongBits(score);
    }
}
