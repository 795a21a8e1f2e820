package dev.kiwi.query.activity;

import dev.kiwi.api.activity.GameClass;
import dev.kiwi.api.activity.GapRule;
import dev.kiwi.api.activity.GetClassActivitySeries.ClassLine;
import dev.kiwi.api.kernel.Decimals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Windows of all classes in steps (activity.md B3).
 *
 * @param buckets mean moment of each step's rows, unix seconds
 */
record ClassSteps(List<Long> buckets, List<ClassLine> classes) {
    /** By class index; null where a class could not be measured. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record ClassWindow(
            long end,
            double hours,
            @Nullable Integer[] estimates,
            @Nullable Integer[] clean) {}

    static ClassSteps of(List<ClassWindow> stored, SeriesSpan span) {
        GapRule rule = GapRule.of(
                stored.stream().mapToDouble(ClassWindow::hours).distinct().toArray());
        Collection<List<ClassWindow>> steps = stored.stream()
                .filter(window -> !rule.isGap(window.hours()))
                .collect(Collectors.groupingBy(window -> span.bucket(window.end()), TreeMap::new, Collectors.toList()))
                .values();
        return new ClassSteps(
                steps.stream().map(ClassSteps::moment).toList(),
                GameClass.all().stream().map(one -> line(one, steps)).toList());
    }

    /** A window counts as often as it has classes, since each of those is a row. */
    private static long moment(List<ClassWindow> step) {
        double sum = 0;
        long rows = 0;
        for (ClassWindow window : step) {
            for (Integer estimate : window.estimates()) {
                if (estimate != null) {
                    sum += window.end();
                    rows++;
                }
            }
        }
        return (long) Math.rint(sum / rows);
    }

    private static ClassLine line(GameClass one, Collection<List<ClassWindow>> steps) {
        List<@Nullable Double> values = new ArrayList<>();
        List<@Nullable Double> clean = new ArrayList<>();
        for (List<ClassWindow> step : steps) {
            values.add(mean(step, one.index(), false));
            clean.add(mean(step, one.index(), true));
        }
        return new ClassLine(one.index(), one.name(), one.icon(), values, clean);
    }

    private static @Nullable Double mean(List<ClassWindow> step, int index, boolean clean) {
        double sum = 0;
        int rows = 0;
        for (ClassWindow window : step) {
            Integer estimate = (clean ? window.clean() : window.estimates())[index];
            if (estimate != null) {
                sum += Window.rate(estimate, window.hours());
                rows++;
            }
        }
        return rows == 0 ? null : (Double) Decimals.round(sum / rows, 1);
    }
}
