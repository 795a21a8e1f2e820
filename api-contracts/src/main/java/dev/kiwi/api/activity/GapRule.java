package dev.kiwi.api.activity;

import java.util.Arrays;

/**
 * Tells a window between two neighbouring captures from a gap, in which captures are missing (activity.md A2).
 *
 * @param cutoffHours longest window that is no gap
 */
public record GapRule(double cutoffHours) {
    private static final double SHORTEST_CUTOFF = 1.5;
    private static final double TIMES_MEDIAN = 1.9;

    /** @param hours lengths of windows; those that are not positive do not count */
    public static GapRule of(double[] hours) {
        double[] positive =
                Arrays.stream(hours).filter(length -> length > 0).sorted().toArray();
        return new GapRule(
                positive.length == 0 ? SHORTEST_CUTOFF : Math.max(SHORTEST_CUTOFF, TIMES_MEDIAN * median(positive)));
    }

    public boolean isGap(double hours) {
        return hours > cutoffHours;
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
