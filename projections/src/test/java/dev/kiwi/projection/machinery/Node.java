package dev.kiwi.projection.machinery;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** One process's projection machinery, wired as the configuration does it. */
final class Node implements AutoCloseable {
    final Stores stores;
    final Registry registry;
    final TokenPositions positions;
    final RebuildProgress progress;
    final ProjectionEngine engine;
    final ProjectionWatch watch;
    final ProjectionAdmin admin;
    private final Machinery machinery;

    Node(Machinery machinery, ProjectionSettings settings, List<ProjectionDefinition> definitions) {
        this.machinery = machinery;
        ProjectionConfiguration wiring = new ProjectionConfiguration();
        stores = Stores.of(
                machinery.nodeDataSource,
                machinery.transactionManagerOf(machinery.nodeDataSource),
                machinery.mongo,
                machinery.serializer,
                machinery.store,
                settings);
        registry = wiring.projectionRegistry(stores);
        positions = wiring.appliedPositions(stores, definitions);
        Processors processors =
                wiring.projectionProcessors(stores, positions, machinery.changes, settings, machinery.clock);
        progress = wiring.rebuildProgress(registry, machinery.clock);
        engine =
                wiring.projectionEngine(definitions, stores, registry, processors, progress, settings, machinery.clock);
        watch = wiring.projectionWatch(definitions, stores, registry, settings, machinery.clock, machinery.meters);
        admin = wiring.projectionAdmin(engine, watch, stores, registry, progress, processors);
    }

    Node start() {
        engine.start();
        return this;
    }

    /** Waits until the projection has applied everything in the store. */
    Node catchUp(String projection) {
        return catchUp(projection, machinery.head(), Duration.ofSeconds(30));
    }

    Node catchUp(String projection, long head, Duration atMost) {
        Awaitility.await(projection + " reaches " + head)
                .atMost(atMost)
                .ignoreExceptions()
                .pollInterval(Duration.ofMillis(10))
                .until(() -> positions.applied(projection) >= head);
        return this;
    }

    ProjectionAdmin.Rebuild awaitRebuild(String projection) {
        return Awaitility.await("rebuild of " + projection)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> admin.rebuild(projection), rebuild -> rebuild != null && rebuild.finishedAt() != null);
    }

    @Override
    public void close() {
        engine.stop();
        watch.stop();
        positions.close();
        stores.close();
        machinery.forget(this);
    }
}
