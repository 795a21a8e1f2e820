package dev.kiwi.bench.load;

import java.util.Arrays;

/** Times of single requests; exact, because a run has few enough of them to keep. */
public final class Latencies {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double ROUNDING = 1e-9;

    private final long[] sorted;

    private Latencies(long[] sorted) {
        this.sorted = sorted;
    }

    /** Collects times; for one thread. */
    public static final class Recorder {
        private long[] nanos = new long[1 << 12];
        private int count;

        public void add(long time) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, count * 2);
            }
            nanos[count++] = time;
        }

        public Latencies latencies() {
            long[] sorted = Arrays.copyOf(nanos, count);
            Arrays.sort(sorted);
            return new Latencies(sorted);
        }
    }

    public int count() {
        return sorted.length;
    }

    /** The smallest time that {@code percent} of the requests did not exceed, in ms; NaN when there are none. */
    public double millis(double percent) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        // 99.9 % of ten thousand are 9,990, whatever binary fractions make of it.
        int rank = (int) Math.ceil(percent * sorted.length / 100 - ROUNDING);
        return sorted[Math.max(1, rank) - 1] / NANOS_PER_MILLI;
    }
}
