package dev.kiwi.web.limit;

import java.time.Instant;

/**
 * A bucket after a request asked for it.
 *
 * @param remaining requests that would still pass now
 * @param now when it was asked; the reset is always a full window later
 */
public record BucketState(Bucket bucket, boolean allowed, int remaining, Instant now) {
    static BucketState after(Bucket bucket, boolean allowed, long count, Instant now) {
        return new BucketState(bucket, allowed, (int) Math.max(0, bucket.limit().max() - count), now);
    }

    /** A bucket that nobody asked. @param count requests in its window */
    static BucketState standing(Bucket bucket, long count, Instant now) {
        return after(bucket, count < bucket.limit().max(), count, now);
    }

    public Instant reset() {
        return now.plus(bucket.limit().window());
    }

    /** For {@code Retry-After}: {@code max(1, floor(reset − now))} with the reset as the header shows it. */
    public long retryAfterSeconds() {
        long floored = (reset().getEpochSecond() * 1000 - now.toEpochMilli()) / 1000;
        return Math.max(1, floored);
    }
}
