package dev.kiwi.api.rotation;

/** From a moment to before another one, in unix seconds. */
public record TimeWindow(long startsAt, long endsAt) {
    public boolean contains(long at) {
        return startsAt <= at && at < endsAt;
    }

    public boolean overlaps(TimeWindow other) {
        return startsAt < other.endsAt && other.startsAt < endsAt;
    }

    /** Seconds to the end while it is open, to the beginning before that, otherwise 0. */
    public long secondsRemaining(long at) {
        return Math.max(0, (at < startsAt ? startsAt : endsAt) - at);
    }
}
