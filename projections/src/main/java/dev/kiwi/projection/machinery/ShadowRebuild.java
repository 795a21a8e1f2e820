package dev.kiwi.projection.machinery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills a second version beside the live one from the first event on, and takes its place when it has caught up. Until
 * the swap commits the live version is untouched, whatever goes wrong.
 */
final class ShadowRebuild implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ShadowRebuild.class);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration STANDSTILL = Duration.ofSeconds(60);

    private final LiveProjection live;
    private final ProjectionLock lock;
    private final Stores stores;
    private final Registry registry;
    private final Processors processors;
    private final Recovery recovery;
    private final RebuildProgress progress;
    private final Clock clock;
    private final ProjectionDefinition definition;
    private final Version shadow;
    private final long tail;
    private volatile boolean cancelled;
    private volatile long gate = Long.MAX_VALUE;

    ShadowRebuild(
            LiveProjection live,
            ProjectionLock lock,
            Stores stores,
            Registry registry,
            Processors processors,
            Recovery recovery,
            RebuildProgress progress,
            Clock clock) {
        this.live = live;
        this.lock = lock;
        this.stores = stores;
        this.registry = registry;
        this.processors = processors;
        this.recovery = recovery;
        this.progress = progress;
        this.clock = clock;
        this.definition = live.definition();
        this.shadow = Version.shadow(definition);
        this.tail = stores.tail();
        progress.started(definition.name(), stores.head() - tail);
    }

    /** The node stops; the next start finds and drops what is left. */
    void cancel() {
        cancelled = true;
    }

    @Override
    public void run() {
        try {
            Swap.Checksums checksums = rebuild();
            // Said only after the lock is free: whoever hears of it may start the next one.
            progress.done(definition.name(), checksums.before(), checksums.after());
            LOG.info("Projection {} is rebuilt: {}", definition.name(), checksums);
        } catch (RuntimeException e) {
            LOG.warn("The rebuild of {} failed; the live version is untouched", definition.name(), e);
            progress.failed(definition.name(), LastFailure.firstLine(e));
        }
    }

    private Swap.Checksums rebuild() {
        try (lock) {
            return fillAndSwap();
        }
    }

    private Swap.Checksums fillAndSwap() {
        try {
            registry.setRebuildRequested(definition.name(), false);
            recovery.dropShadow(definition, live.store());
            live.store().createEmpty(shadow);
            fill(RebuildProgress.BUILDING);
            report(RebuildProgress.INDEXING, completed());
            live.store().completeShadow(shadow);
            // What has arrived meanwhile is read before the live version is held.
            fill(RebuildProgress.INDEXING);
            return new Swap(live, stores, registry, processors, this::report).run();
        } catch (RuntimeException e) {
            dropQuietly();
            throw e;
        }
    }

    private void dropQuietly() {
        try {
            recovery.dropShadow(definition, live.store());
        } catch (RuntimeException e) {
            LOG.warn("The shadow of {} is dropped at the next start", definition.name(), e);
        }
    }

    private void fill(String phase) {
        gate = gateNow();
        VersionProcessor processor = processors.create(shadow, new GatedSource(stores.source(), () -> gate));
        processor.start();
        try {
            long reached = Tokens.NONE;
            Instant movedAt = clock.instant();
            while (!isCaughtUp(reached)) {
                requireGoingOn(processor, movedAt);
                LockSupport.parkNanos(LOOK.toNanos());
                long position = completed();
                gate = gateNow();
                movedAt = position == reached ? movedAt : clock.instant();
                reached = position;
                report(phase, reached);
            }
        } finally {
            processor.stop();
        }
    }

    private long completed() {
        return Tokens.completed(stores.tokens().positions(shadow.processor()));
    }

    private void requireGoingOn(VersionProcessor processor, Instant movedAt) {
        if (cancelled) {
            throw new IllegalStateException("stopped with its node");
        }
        if (!lock.isHeld()) {
            throw new IllegalStateException("lost its lock");
        }
        LastFailure.@Nullable Failure failure = processor.failure();
        if (failure != null && movedAt.plus(STANDSTILL).isBefore(clock.instant())) {
            throw new IllegalStateException(failure.message());
        }
    }

    /** A paused projection is rebuilt up to where it stands; any other up to the head. */
    private long gateNow() {
        boolean paused = registry.find(definition.name())
                .filter(entry -> entry.paused() && !entry.isOutdated(definition))
                .isPresent();
        return paused ? livePosition() : Long.MAX_VALUE;
    }

    private long livePosition() {
        return Tokens.furthest(stores.tokens().positions(definition.name()));
    }

    private boolean isCaughtUp(long reached) {
        // The last events are read while the live processor stands still: less than a batch of them.
        return gate == Long.MAX_VALUE
                ? reached >= stores.head() || reached + definition.batchSize() > stores.head() && reached >= tail + 1
                : reached >= gate;
    }

    private void report(String phase, long reached) {
        long head = gate == Long.MAX_VALUE ? stores.head() : livePosition();
        progress.advanced(definition.name(), phase, Math.max(0, reached - tail), Math.max(0, head - tail));
    }
}
