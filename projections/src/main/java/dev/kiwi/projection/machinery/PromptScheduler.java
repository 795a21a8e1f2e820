package dev.kiwi.projection.machinery;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs a coordinator. Axon lets it sleep 100 ms whenever a worker's buffer of 1,024 events is full, which caps a single
 * segment at about 10,000 events a second; here it looks again after 2 ms. An idle one Axon wakes just before its
 * claims are to be renewed, so that every second round is for nothing; here it sleeps until they surely are.
 */
final class PromptScheduler extends ScheduledThreadPoolExecutor {
    private static final long BUFFER_FULL_MILLIS = 100;
    private static final long LOOK_AGAIN_MILLIS = 2;

    PromptScheduler(String processor) {
        super(1, Thread.ofPlatform().daemon().name("coordinator-" + processor).factory());
        setRemoveOnCancelPolicy(true);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        long millis = unit.toMillis(delay);
        if (millis == BUFFER_FULL_MILLIS) {
            return super.schedule(task, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        }
        return millis == Processors.CLAIM_EXTENSION_MILLIS
                ? super.schedule(task, Processors.IDLE_MILLIS, TimeUnit.MILLISECONDS)
                : super.schedule(task, delay, unit);
    }
}
