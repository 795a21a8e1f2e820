package dev.kiwi.query.activity;

import dev.kiwi.api.activity.ActivityPeriod;
import dev.kiwi.api.activity.GetActivitySeries.ActivityPeak;
import dev.kiwi.api.activity.GetActivitySeries.ActivityPoint;
import dev.kiwi.api.activity.GetActivitySeries.ActivitySeries;
import dev.kiwi.api.kernel.Decimals;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes a series of windows (activity.md A6). */
final class ActivitySteps {
    private ActivitySteps() {}

    /** @param mean of the rates, not rounded */
    private record Step(long t, double mean, double peak, int samples) {
        static Step of(List<Window> windows) {
            double t = windows.stream().mapToLong(Window::end).average().orElseThrow();
            double mean = windows.stream().mapToDouble(Window::rate).average().orElseThrow();
            double peak = windows.stream().mapToDouble(Window::rate).max().orElseThrow();
            return new Step((long) Math.rint(t), mean, peak, windows.size());
        }

        ActivityPoint point() {
            return new ActivityPoint(t, Decimals.round(mean, 1), Decimals.round(peak, 1), samples);
        }
    }

    /** @param stored by end, ascending */
    static ActivitySeries series(ActivityPeriod period, SeriesSpan span, List<Window> stored) {
        List<Window> windows = Window.withoutGaps(stored);
        List<Step> steps = windows.stream()
                .collect(Collectors.groupingBy(window -> span.bucket(window.end()), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Step::of)
                .toList();
        // The earliest of equal ones.
        Step peak = steps.stream()
                .reduce((best, step) -> step.mean() > best.mean() ? step : best)
                .orElse(null);
        return new ActivitySeries(
                period.text(),
                span.bucketSeconds(),
                span.start(),
                span.now(),
                steps.stream().map(Step::point).toList(),
                peak == null ? null : new ActivityPeak(peak.t(), Decimals.round(peak.mean(), 1)),
                steps.isEmpty()
                        ? null
                        : Decimals.round(
                                steps.stream().mapToDouble(Step::mean).average().orElseThrow(), 1),
                windows.isEmpty() ? null : Decimals.round(windows.getLast().rate(), 1),
                Methodology.PLAYERS);
    }
}
