package dev.kiwi.projection.machinery;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs every projection of this node: makes its tables on the first start, keeps its processor in the state that its row
 * asks for, and rebuilds it beside the live version when the definition has changed or an operator asks.
 */
public final class ProjectionEngine implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionEngine.class);
    private static final long TICK_MILLIS = 500;
    private static final long REBUILD_STOP_SECONDS = 30;

    private final Stores stores;
    private final Registry registry;
    private final Processors processors;
    private final Recovery recovery;
    private final RebuildProgress progress;
    private final ProjectionSettings settings;
    private final Clock clock;
    private final Map<String, LiveProjection> projections = new LinkedHashMap<>();
    private final Map<String, RunningRebuild> rebuilds = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService ticker;
    private volatile boolean running;

    ProjectionEngine(
            List<ProjectionDefinition> definitions,
            Stores stores,
            Registry registry,
            Processors processors,
            RebuildProgress progress,
            ProjectionSettings settings,
            Clock clock) {
        this.stores = stores;
        this.registry = registry;
        this.processors = processors;
        this.progress = progress;
        this.settings = settings;
        this.clock = clock;
        this.recovery = new Recovery(stores, registry, progress, settings);
        definitions.forEach(this::add);
    }

    private void add(ProjectionDefinition definition) {
        requirePlainName(definition.name());
        LiveProjection added = new LiveProjection(
                definition, stores, registry, processors, versions(definition), recovery, settings, clock);
        if (projections.put(definition.name(), added) != null) {
            throw new IllegalArgumentException("Two projections are named " + definition.name());
        }
    }

    private VersionStore versions(ProjectionDefinition definition) {
        if (definition.isProcess()) {
            return new KeptTables();
        }
        return switch (definition.storage()) {
            case POSTGRES -> new PostgresVersions(stores.dataSource(), stores.transaction());
            case MONGO -> new MongoVersions(stores.mongo());
        };
    }

    private static void requirePlainName(String name) {
        boolean reserved = name.endsWith(Version.SHADOW_SUFFIX) || name.endsWith(Version.REPLACED_SUFFIX);
        if (!name.matches("[a-z][a-z0-9_]{0,50}") || reserved) {
            throw new IllegalArgumentException("Not a projection's name: " + name);
        }
    }

    @Override
    public synchronized void start() {
        running = true;
        if (!settings.runsProcessors()) {
            return;
        }
        // Readers need the tables; processors can wait for the web, which starts on these same cores.
        Map<String, Registry.Entry> rows = rows();
        projections.values().stream()
                .filter(each -> !each.isAtRest(rows.get(each.definition().name())))
                .forEach(this::tick);
        ticker = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("projections").factory());
        ticker.scheduleWithFixedDelay(this::tickAll, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void tickAll() {
        Map<String, Registry.Entry> rows = rows();
        projections.values().stream()
                .filter(each -> !each.agreesWith(rows.get(each.definition().name())))
                .forEach(this::tick);
    }

    /** None while Postgres is away: then each projection's own tick finds that out, and says so. */
    private Map<String, Registry.Entry> rows() {
        try {
            return registry.all();
        } catch (RuntimeException e) {
            LOG.debug("The projections' rows cannot be read", e);
            return Map.of();
        }
    }

    private void tick(LiveProjection projection) {
        projection.tick();
        try {
            String name = projection.definition().name();
            if (registry.find(name).filter(Registry.Entry::rebuildRequested).isPresent()
                    && !rebuilds.containsKey(name)) {
                rebuild(name);
            }
        } catch (RuntimeException e) {
            // Another node has the lock, or Postgres is away: the request stays in the row.
            LOG.debug("Not rebuilt now", e);
        }
    }

    /** Stops at a batch edge; a rebuild that is running is given up and dropped. */
    @Override
    public synchronized void stop() {
        running = false;
        if (ticker != null) {
            ticker.shutdownNow();
        }
        rebuilds.values().forEach(rebuild -> rebuild.job().cancel());
        for (RunningRebuild rebuild : List.copyOf(rebuilds.values())) {
            join(rebuild.thread());
        }
        List<Thread> stops = new ArrayList<>();
        projections.values().forEach(each -> stops.add(Thread.startVirtualThread(each::stop)));
        stops.forEach(ProjectionEngine::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(REBUILD_STOP_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the web stops taking requests on the way down, before it on the way up. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** Begins a rebuild on this node; refused with 409 while one is running anywhere. */
    void rebuild(String name) {
        LiveProjection live = readModel(name);
        ProjectionLock lock = take(name);
        try {
            ShadowRebuild job = new ShadowRebuild(live, lock, stores, registry, processors, recovery, progress, clock);
            Thread thread = Thread.ofVirtual().name("rebuild-" + name).unstarted(() -> {
                try {
                    job.run();
                } finally {
                    rebuilds.remove(name);
                }
            });
            rebuilds.put(name, new RunningRebuild(job, thread));
            thread.start();
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Makes the row's new state come true on this node, now. */
    void apply(String name) {
        if (settings.runsProcessors()) {
            projection(name).tick();
        }
    }

    /** Runs the work with the live processor stopped on every node. */
    <T> T whileHeld(String name, Supplier<T> work) {
        try (ProjectionLock _ = take(name)) {
            return projection(name).whileHeld(work);
        }
    }

    private ProjectionLock take(String name) {
        ProjectionLock lock = ProjectionLock.tryTake(stores.dataSource(), name);
        if (lock == null) {
            throw new Refusal(
                    ErrorCode.CONFLICT, "Projection " + name + " is being rebuilt or repaired. Try again later.");
        }
        return lock;
    }

    LiveProjection projection(String name) {
        LiveProjection projection = projections.get(name);
        if (projection == null) {
            throw new Refusal(ErrorCode.NOT_FOUND, "No projection is named " + name + ".");
        }
        return projection;
    }

    /** As {@link #projection}; refused with 409 for a process manager, whose events must not be handled again. */
    LiveProjection readModel(String name) {
        LiveProjection projection = projection(name);
        if (projection.definition().isProcess()) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    name
                            + " acts on events and is no read model: it cannot be rebuilt. Retry its dead letters instead.");
        }
        return projection;
    }

    List<ProjectionDefinition> definitions() {
        return projections.values().stream().map(LiveProjection::definition).toList();
    }

    boolean runsProcessors() {
        return settings.runsProcessors();
    }

    private record RunningRebuild(ShadowRebuild job, Thread thread) {}
}
