package dev.kiwi.api.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounding of figures for answers: half to even, on the exact value of the double. */
public final class Decimals {
    private Decimals() {}

    /** @param value finite */
    public static double round(double value, int places) {
        return new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN).doubleValue();
    }
}
