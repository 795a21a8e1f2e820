package dev.kiwi.projection.machinery;

import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.jspecify.annotations.Nullable;

/** One version's processor, started once and stopped once. */
final class VersionProcessor {
    private static final long STOP_SECONDS = 60;

    private final Version version;
    private final PooledStreamingEventProcessor processor;
    private final ScheduledExecutorService coordinator;
    private final ScheduledExecutorService workers;
    private final LastFailure lastFailure;
    private volatile @Nullable Instant errorSeen;

    VersionProcessor(
            Version version,
            PooledStreamingEventProcessor processor,
            ScheduledExecutorService coordinator,
            ScheduledExecutorService workers,
            LastFailure lastFailure) {
        this.version = version;
        this.processor = processor;
        this.coordinator = coordinator;
        this.workers = workers;
        this.lastFailure = lastFailure;
    }

    VersionProcessor start() {
        try {
            processor.start();
            return this;
        } catch (RuntimeException e) {
            shutDownThreads();
            throw e;
        }
    }

    /** Waits for the batch in hand to commit; nothing of this processor runs afterwards. */
    void stop() {
        try {
            processor.shutdownAsync().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Processor " + version.processor() + " did not stop", e);
        } finally {
            shutDownThreads();
        }
    }

    private void shutDownThreads() {
        coordinator.shutdownNow();
        workers.shutdown();
    }

    /** What the newest batch failed with; null while batches commit. */
    LastFailure.@Nullable Failure failure() {
        return lastFailure.get();
    }

    /** True when Axon waits longer and longer before it tries again. */
    boolean isBackingOff() {
        boolean backingOff = processor.isError() || lastFailure.get() != null;
        if (!backingOff) {
            errorSeen = null;
        }
        return backingOff;
    }

    /** @param now taken when Axon itself keeps no time */
    Instant backingOffSince(Instant now) {
        LastFailure.Failure failure = lastFailure.get();
        if (failure != null) {
            return failure.at();
        }
        if (errorSeen == null) {
            errorSeen = now;
        }
        return errorSeen;
    }

    EventHandlerInvoker invoker() {
        return processor.eventHandlerInvoker();
    }
}
