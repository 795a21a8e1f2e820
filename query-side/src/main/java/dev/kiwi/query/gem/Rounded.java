package dev.kiwi.query.gem;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Half to even on the exact binary value (gems.md). */
public final class Rounded {
    private Rounded() {}

    public static double to(int decimals, double value) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
    }

    /** To a whole number. */
    public static long whole(double value) {
        return new BigDecimal(value).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }
}
