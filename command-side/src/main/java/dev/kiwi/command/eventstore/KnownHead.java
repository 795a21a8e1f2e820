package dev.kiwi.command.eventstore;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for half a second where the store ends, so that nobody asks the database before something has arrived: Axon
 * asks twice more after each event that it finds.
 */
final class KnownHead {
    /** Shorter than the pause between two looks that nobody was called to: what was not heard of is found by those. */
    private static final long TRUST_NANOS = 500_000_000;

    private final AtomicLong arrivals = new AtomicLong();
    private volatile @Nullable Seen seen;

    private record Seen(long position, long arrivals, long nanos) {}

    /** To be taken before a read or an append. */
    long arrivals() {
        return arrivals.get();
    }

    /** Something was committed that this node did not append, or may have been. */
    void arrived() {
        arrivals.incrementAndGet();
    }

    /** This node has committed up to the position, with the lock held that lets nobody else append meanwhile. */
    void committed(long position, long before) {
        long now = arrivals.incrementAndGet();
        if (now == before + 1) {
            seen = new Seen(position, now, System.nanoTime());
        }
    }

    /** A read has found nothing after the position. */
    void reached(long position, long before) {
        seen = new Seen(position, before, System.nanoTime());
    }

    /** True when a read from the position would find nothing. */
    boolean isAt(long position) {
        Seen last = seen;
        return last != null
                && last.position() == position
                && last.arrivals() == arrivals.get()
                && System.nanoTime() - last.nanos() < TRUST_NANOS;
    }
}
