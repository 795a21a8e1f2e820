package dev.kiwi.projection.leaderboard.cheater;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/** Rounding and medians (leaderboards.md 1). */
final class Numbers {
    private Numbers() {}

    /** The exact binary value, half to even. */
    static double rounded(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
    }

    /** A {@code Long} where the value is whole, else two decimals. */
    static Number bare(double value) {
        return value == Math.rint(value) && Math.abs(value) < 0x1p53
                ? (Number) (long) value
                : (Number) rounded(value, 2);
    }

    /** Sorts its argument. */
    static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
