package dev.kiwi.query.activity;

import dev.kiwi.api.activity.GapRule;
import java.util.List;

/** A stored window; times are unix seconds. */
record Window(long start, long end, double hours, int estimate) {
    /** Players an hour; 0 for a window without length. */
    double rate() {
        return rate(estimate, hours);
    }

    static double rate(int estimate, double hours) {
        return hours == 0 ? 0 : estimate / hours;
    }

    static List<Window> withoutGaps(List<Window> windows) {
        GapRule rule = GapRule.of(windows.stream().mapToDouble(Window::hours).toArray());
        return windows.stream().filter(window -> !rule.isGap(window.hours())).toList();
    }
}
