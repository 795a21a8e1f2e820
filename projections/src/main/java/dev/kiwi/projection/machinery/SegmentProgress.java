package dev.kiwi.projection.machinery;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How far one segment is, events that it only passes over included. A single one of those takes part in a batch, which
 * stores the position; in a stream of them few do, because a transaction for each event of others would cost more than
 * the projection's own.
 */
final class SegmentProgress {
    private static final int AT_ONCE = 8;
    private static final long NOT_YET = -1;

    private final LongSupplier nanos;
    private final long eachNanos;
    private long handed = NOT_YET;
    private long committed = NOT_YET;
    private long passed = NOT_YET;
    /** When all that took part only to store a position will have been paid for. */
    private long paidAt;

    /** @param each how long, on average, between two events that take part only to store their position */
    SegmentProgress(LongSupplier nanos, Duration each) {
        this.nanos = nanos;
        this.eachNanos = each.toNanos();
        this.paidAt = nanos.getAsLong();
    }

    /** The event takes part in a batch. */
    synchronized void hands(long position) {
        handed = position;
    }

    /** Whether an event may take part that is only there to store its position; counts as one that does. */
    synchronized boolean mayStore() {
        long now = nanos.getAsLong();
        long ahead = Math.max(0, paidAt - now) + eachNanos;
        if (ahead > AT_ONCE * eachNanos) {
            return false;
        }
        paidAt = now + ahead;
        return true;
    }

    /** The event is passed over. @return the position that is applied now; -1 while earlier events are at work */
    synchronized long passes(long position) {
        passed = position;
        return handed <= committed ? position : NOT_YET;
    }

    /** A batch up to the position has committed. @return the position that is applied now */
    synchronized long commits(long position) {
        committed = position;
        return position == handed ? Math.max(position, passed) : position;
    }
}
