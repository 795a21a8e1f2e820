package dev.kiwi.command.status;

/** How long something takes; a clock that is set meanwhile does not matter. */
final class Stopwatch {
    private static final double NANOS_IN_TENTHS = 100_000;
    private static final double TENTHS = 10;

    private final long start = System.nanoTime();

    /** One decimal. */
    double milliseconds() {
        return Math.round((System.nanoTime() - start) / NANOS_IN_TENTHS) / TENTHS;
    }
}
