package dev.kiwi.projection.machinery;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One version's processor, started once and stopped once. */
final class VersionProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(VersionProcessor.class);
    /** Who is asked again has had its time. */
    private static final Duration LOOKED_AT_FOR = Duration.ofSeconds(1);

    private final Version version;
    private final PooledStreamingEventProcessor processor;
    private final ScheduledExecutorService coordinator;
    private final ScheduledExecutorService workers;
    private final LastFailure lastFailure;
    private final Duration stopWithin;
    private volatile @Nullable Instant errorSeen;
    private volatile @Nullable CompletableFuture<Void> stopping;

    VersionProcessor(
            Version version,
            PooledStreamingEventProcessor processor,
            ScheduledExecutorService coordinator,
            ScheduledExecutorService workers,
            LastFailure lastFailure,
            Duration stopWithin) {
        this.version = version;
        this.processor = processor;
        this.coordinator = coordinator;
        this.workers = workers;
        this.lastFailure = lastFailure;
        this.stopWithin = stopWithin;
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

    /**
     * Waits for the batch in hand to commit; nothing of this processor runs afterwards.
     *
     * @throws IllegalStateException when the batch does not end: what it writes may still be committed, so nobody may take
     *     this one's place before a later call returns
     */
    void stop() {
        Duration patience = isStopping() ? LOOKED_AT_FOR : stopWithin;
        try {
            stopped().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            shutDownThreads();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Nobody waits for processor " + version.processor() + " to stop", e);
        } catch (TimeoutException _) {
            throw new IllegalStateException("Processor " + version.processor() + " has not stopped yet");
        } catch (ExecutionException e) {
            // It has ended all the same.
            LOG.warn("Processor {} did not stop well", version.processor(), e.getCause());
            shutDownThreads();
        }
    }

    private CompletableFuture<Void> stopped() {
        CompletableFuture<Void> asked = stopping;
        if (asked == null) {
            asked = processor.shutdownAsync();
            stopping = asked;
        }
        return asked;
    }

    /** True once it was told to stop: it takes no further batch. */
    boolean isStopping() {
        return stopping != null;
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
