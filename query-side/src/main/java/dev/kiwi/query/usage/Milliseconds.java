package dev.kiwi.query.usage;

/** Durations as they are shown: milliseconds with two decimals. */
final class Milliseconds {
    private static final double MICROS_IN_A_HUNDREDTH = 10.0;

    private Milliseconds() {}

    static double of(long micros) {
        return Math.round(micros / MICROS_IN_A_HUNDREDTH) / 100.0;
    }

    /** 0 for none. */
    static double average(long micros, long count) {
        return count == 0 ? 0 : Math.round((double) micros / count / MICROS_IN_A_HUNDREDTH) / 100.0;
    }
}
