package dev.kiwi.api.pageview;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Views of the site's pages (platform.md 13).
 *
 * @param uniqueVisitors each counts once a day
 * @param viewsToday since 00:00 UTC
 * @param pages the most viewed first
 * @param granularity {@code hour} or {@code day}; null without a series
 * @param series every bucket of the window, oldest first; null when it was not asked for
 */
public record PageViews(
        int windowDays,
        long totalViews,
        long uniqueVisitors,
        long viewsToday,
        List<Page> pages,
        @Nullable String granularity,
        @Nullable List<Bucket> series) {

    public record Page(String path, long views, long uniqueVisitors) {}

    /** @param bucket its begin */
    public record Bucket(Instant bucket, long views, long uniqueVisitors) {}
}
