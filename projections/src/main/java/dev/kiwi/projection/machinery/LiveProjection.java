package dev.kiwi.projection.machinery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live version of one projection on this node. {@link #tick} makes what runs here agree with what the projection's
 * row says, and is called again and again: what cannot be done now (a store is away) is done then.
 */
final class LiveProjection {
    private static final Logger LOG = LoggerFactory.getLogger(LiveProjection.class);
    private static final Duration FIRST_RESTART = Duration.ofSeconds(2);
    private static final Duration SLOWEST_RESTART = Duration.ofSeconds(30);
    private static final Duration OTHERS_STOP = Duration.ofSeconds(60);

    private final ProjectionDefinition definition;
    private final Stores stores;
    private final Registry registry;
    private final Processors processors;
    private final VersionStore store;
    private final Recovery recovery;
    private final ProjectionSettings settings;
    private final Clock clock;

    private boolean prepared;
    private @Nullable VersionProcessor running;
    private Duration restartAfter = FIRST_RESTART;
    private volatile @Nullable String preparationError;

    LiveProjection(
            ProjectionDefinition definition,
            Stores stores,
            Registry registry,
            Processors processors,
            VersionStore store,
            Recovery recovery,
            ProjectionSettings settings,
            Clock clock) {
        this.definition = definition;
        this.stores = stores;
        this.registry = registry;
        this.processors = processors;
        this.store = store;
        this.recovery = recovery;
        this.settings = settings;
        this.clock = clock;
    }

    synchronized void tick() {
        try {
            if (!prepared) {
                prepare();
            }
            if (prepared) {
                recoverIfAbandoned();
                registry.find(definition.name()).ifPresent(this::reconcile);
            }
            preparationError = null;
        } catch (RuntimeException e) {
            String error = LastFailure.firstLine(e);
            if (!error.equals(preparationError)) {
                LOG.warn("Projection {} cannot run now", definition.name(), e);
            }
            preparationError = error;
        }
    }

    /**
     * True when a {@link #tick} would find nothing to do, going by the projection's row. The row may be a moment old: what
     * it asks for is done by a tick, which reads it anew.
     */
    synchronized boolean agreesWith(Registry.@Nullable Entry row) {
        return row != null
                && prepared
                && preparationError == null
                && !isUnderWork(row)
                && !row.rebuildRequested()
                && mayRun(row) == (running != null)
                && (running == null || isAtEase(running));
    }

    private boolean isAtEase(VersionProcessor processor) {
        return !processor.isStopping() && !processor.isBackingOff() && restartAfter.equals(FIRST_RESTART);
    }

    /** True when its tables are there and whole, going by the projection's row: a first {@link #tick} need not hurry. */
    boolean isAtRest(Registry.@Nullable Entry row) {
        // Only a tick finds out whether a Mongo store has lost its last writes; until then its position is too new.
        return row != null && !isUnderWork(row) && definition.storage() == ProjectionDefinition.Storage.POSTGRES;
    }

    private void prepare() {
        try (ProjectionLock lock = ProjectionLock.tryTake(stores.dataSource(), definition.name())) {
            if (lock == null) {
                // Another node is at work on it; it may run here as soon as it exists.
                prepared = registry.find(definition.name()).isPresent();
                return;
            }
            recovery.recover(definition, store);
            prepared = true;
            registry.find(definition.name())
                    .filter(entry -> entry.isOutdated(definition))
                    .ifPresent(_ -> registry.setRebuildRequested(definition.name(), true));
        }
    }

    /** Work on the projection is under way but nobody holds its lock: whoever did it is dead. */
    private void recoverIfAbandoned() {
        if (registry.find(definition.name()).filter(LiveProjection::isUnderWork).isPresent()) {
            try (ProjectionLock lock = ProjectionLock.tryTake(stores.dataSource(), definition.name())) {
                if (lock != null) {
                    recovery.recover(definition, store);
                }
            }
        }
    }

    private static boolean isUnderWork(Registry.Entry entry) {
        return entry.held() || entry.swapped() || entry.isRebuilding();
    }

    private boolean mayRun(Registry.Entry entry) {
        boolean renaming = entry.swapped() && definition.storage() == ProjectionDefinition.Storage.MONGO;
        return !entry.paused() && !entry.held() && !renaming && !entry.isOutdated(definition);
    }

    private void reconcile(Registry.Entry entry) {
        if (!mayRun(entry) || running != null && running.isStopping()) {
            stop();
        }
        if (!mayRun(entry)) {
            return;
        }
        if (running == null) {
            running = processors.create(Version.live(definition)).start();
        } else if (isTimeToRestart(running)) {
            LOG.info("Projection {} is started again after {}", definition.name(), restartAfter);
            restartAfter = min(restartAfter.multipliedBy(2), SLOWEST_RESTART);
            stop();
            running = processors.create(Version.live(definition)).start();
        }
    }

    /** Axon backs off to a minute between tries; a store that is back should be noticed sooner. */
    private boolean isTimeToRestart(VersionProcessor processor) {
        if (!processor.isBackingOff()) {
            restartAfter = FIRST_RESTART;
            return false;
        }
        Instant since = processor.backingOffSince(clock.instant());
        return since.plus(restartAfter).isBefore(clock.instant());
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    synchronized void stop() {
        if (running != null) {
            running.stop();
            running = null;
        }
    }

    /**
     * Keeps the live processor stopped, at a batch edge and on every node, while the work runs. The caller holds the
     * projection's lock.
     */
    <T> T whileHeld(Supplier<T> work) {
        registry.setHeld(definition.name(), true);
        try {
            tick();
            requireStopped();
            awaitStopEverywhere();
            seize();
            return work.get();
        } finally {
            registry.setHeld(definition.name(), false);
            tick();
            if (running() == null) {
                stores.tokens().release(definition.name(), settings.nodeId());
            }
        }
    }

    /** Claims all tokens for this node: one that wakes up late finds its claim gone and cannot commit. */
    void seize() {
        stores.tokens().seize(definition.name(), settings.nodeId());
    }

    private void requireStopped() {
        if (running() != null) {
            throw new IllegalStateException("A batch of " + definition.name() + " does not end on this node");
        }
    }

    private void awaitStopEverywhere() {
        Instant deadline = Instant.now().plus(OTHERS_STOP);
        while (!stores.tokens().isFree(definition.name(), settings.nodeId(), settings.claimTimeout())) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("Another node does not stop projecting " + definition.name());
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    ProjectionDefinition definition() {
        return definition;
    }

    VersionStore store() {
        return store;
    }

    synchronized @Nullable VersionProcessor running() {
        return running;
    }

    /** First line of what keeps it from running or of what its newest batch failed with. */
    @Nullable
    String error() {
        if (preparationError != null) {
            return preparationError;
        }
        VersionProcessor processor = running();
        if (processor == null || !processor.isBackingOff()) {
            return null;
        }
        LastFailure.Failure failure = processor.failure();
        return failure == null ? "cannot read its token or the event store" : failure.message();
    }

    boolean isBroken() {
        return preparationError != null;
    }
}
