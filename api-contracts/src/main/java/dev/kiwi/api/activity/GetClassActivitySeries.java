package dev.kiwi.api.activity;

import dev.kiwi.api.kernel.TableRows;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Players an hour of each class over a period, in steps (activity.md B3). */
public record GetClassActivitySeries(ActivityPeriod period) {
    /**
     * @param buckets mean moment of each step's windows, unix seconds
     * @param classes all of them, by index
     */
    public record ClassActivitySeries(
            String period,
            long bucketSeconds,
            long windowStart,
            long windowEnd,
            int powerRankThreshold,
            int effortThreshold,
            List<Long> buckets,
            List<ClassLine> classes,
            String methodology)
            implements TableRows<ClassPoint> {
        @Override
        public List<ClassPoint> rows() {
            List<ClassPoint> points = new ArrayList<>();
            for (int step = 0; step < buckets.size(); step++) {
                for (ClassLine line : classes) {
                    points.add(new ClassPoint(
                            buckets.get(step),
                            line.classIndex(),
                            line.name(),
                            line.values().get(step),
                            line.valuesClean().get(step)));
                }
            }
            return points;
        }

        @Override
        public Class<ClassPoint> rowType() {
            return ClassPoint.class;
        }
    }

    /** @param values for each step; null without a measurable window */
    public record ClassLine(
            int classIndex,
            String name,
            String icon,
            List<@Nullable Double> values,
            List<@Nullable Double> valuesClean) {}

    /** A row of the table that the series is as CSV. */
    public record ClassPoint(
            long bucket,
            int classIndex,
            String name,
            @Nullable Double value,
            @Nullable Double valueClean) {}
}
