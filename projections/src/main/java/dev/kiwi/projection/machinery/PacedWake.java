package dev.kiwi.projection.machinery;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Wakes a processor at the first event at once, and then not before a pause is over while nobody waits for its position:
 * so that events gather to batches, each of which costs a transaction.
 */
final class PacedWake implements Runnable {
    private final Duration atLeast;
    private final Runnable wake;
    private final BooleanSupplier isAwaited;
    private final ScheduledExecutorService later;
    private final LongSupplier nanos;
    private long wokenAt;
    private boolean planned;

    /** @param atLeast pause between two wakes that nobody waits for */
    PacedWake(
            Duration atLeast,
            Runnable wake,
            BooleanSupplier isAwaited,
            ScheduledExecutorService later,
            LongSupplier nanos) {
        this.atLeast = atLeast;
        this.wake = wake;
        this.isAwaited = isAwaited;
        this.later = later;
        this.nanos = nanos;
        this.wokenAt = nanos.getAsLong() - atLeast.toNanos();
    }

    /** Something has arrived. */
    @Override
    public void run() {
        try {
            if (isDue()) {
                wake.run();
            }
        } catch (RejectedExecutionException _) {
            // The processor has just been stopped; it looks by itself when it starts again.
        }
    }

    private synchronized boolean isDue() {
        if (later.isShutdown()) {
            return false;
        }
        long now = nanos.getAsLong();
        long pause = atLeast.toNanos() - (now - wokenAt);
        if (pause <= 0 || isAwaited.getAsBoolean()) {
            wokenAt = now;
            return true;
        }
        if (!planned) {
            planned = true;
            later.schedule(this::wakeAsPlanned, pause, TimeUnit.NANOSECONDS);
        }
        return false;
    }

    private void wakeAsPlanned() {
        synchronized (this) {
            planned = false;
            wokenAt = nanos.getAsLong();
        }
        wake.run();
    }
}
