package dev.kiwi.query.activity;

import dev.kiwi.api.activity.ActivityPeriod;

/** From when to when a series reaches, and its step; unix seconds. */
record SeriesSpan(long start, long now, long bucketSeconds) {
    static SeriesSpan of(ActivityPeriod period, long first, long now) {
        long start = period.start(first, now);
        return new SeriesSpan(start, now, period.bucketSeconds(start, now));
    }

    /** Steps are aligned to unix time, not to the game's day. */
    long bucket(long windowEnd) {
        return Math.floorDiv(windowEnd, bucketSeconds) * bucketSeconds;
    }
}
