package dev.kiwi.query.pageview;

import dev.kiwi.api.pageview.PageViews.Bucket;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The buckets of a window: by the hour up to two days, else by the day. */
record ViewSeries(ChronoUnit unit) {
    private static final int MOST_DAYS_BY_HOUR = 2;

    static ViewSeries of(int days) {
        return new ViewSeries(days <= MOST_DAYS_BY_HOUR ? ChronoUnit.HOURS : ChronoUnit.DAYS);
    }

    /** {@code hour} or {@code day}. */
    String granularity() {
        return unit == ChronoUnit.HOURS ? "hour" : "day";
    }

    /** Every bucket that the window touches, those without views as zeros. */
    List<Bucket> filled(Map<Instant, Bucket> found, Instant from, Instant now) {
        Instant last = now.truncatedTo(unit);
        return Stream.iterate(from.truncatedTo(unit), at -> !at.isAfter(last), at -> at.plus(1, unit))
                .map(at -> found.getOrDefault(at, new Bucket(at, 0, 0)))
                .toList();
    }
}
