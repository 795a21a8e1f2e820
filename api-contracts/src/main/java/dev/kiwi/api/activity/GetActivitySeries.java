package dev.kiwi.api.activity;

import dev.kiwi.api.kernel.TableRows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Players an hour over a period, in steps (activity.md A6). */
public record GetActivitySeries(ActivityPeriod period) {
    /**
     * @param peak step with the greatest mean
     * @param average of the steps' means
     * @param latest rate of the newest window
     */
    public record ActivitySeries(
            String period,
            long bucketSeconds,
            long windowStart,
            long windowEnd,
            List<ActivityPoint> points,
            @Nullable ActivityPeak peak,
            @Nullable Double average,
            @Nullable Double latest,
            String methodology)
            implements TableRows<ActivityPoint> {
        @Override
        public List<ActivityPoint> rows() {
            return points;
        }

        @Override
        public Class<ActivityPoint> rowType() {
            return ActivityPoint.class;
        }
    }

    /**
     * @param t mean moment of the step's windows, unix seconds
     * @param active mean rate
     * @param peak greatest rate
     * @param samples windows
     */
    public record ActivityPoint(long t, double active, double peak, int samples) {}

    public record ActivityPeak(long t, double active) {}
}
