package dev.kiwi.projection.machinery;

import dev.kiwi.projection.machinery.ProjectionAdmin.Rebuild;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rebuilds of this process: the newest of each projection, for listeners and in its row. */
final class RebuildProgress {
    static final String BUILDING = "building";
    static final String INDEXING = "indexing";
    static final String SWAPPING = "swapping";
    static final String DONE = "done";
    static final String FAILED = "failed";

    private static final Logger LOG = LoggerFactory.getLogger(RebuildProgress.class);

    private final Registry registry;
    private final Clock clock;
    private final Map<String, Rebuild> newest = new ConcurrentHashMap<>();
    private final Set<Consumer<Rebuild>> listeners = ConcurrentHashMap.newKeySet();

    RebuildProgress(Registry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    @Nullable
    Rebuild of(String name) {
        return newest.get(name);
    }

    AutoCloseable listen(Consumer<Rebuild> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void started(String name, long total) {
        publish(new Rebuild(name, BUILDING, 0, total, 0, null, null, null, clock.instant(), null, null));
    }

    void advanced(String name, String phase, long done, long total) {
        Rebuild before = current(name);
        double seconds = seconds(before.startedAt());
        double rate = seconds > 0 ? done / seconds : 0;
        Double eta = rate > 0 ? Math.max(0, total - done) / rate : null;
        publish(new Rebuild(name, phase, done, total, rate, eta, null, null, before.startedAt(), null, null));
    }

    /** @param before null when the replaced version could not be compared */
    void done(String name, @Nullable String before, String after) {
        Rebuild last = current(name);
        publish(new Rebuild(
                name,
                DONE,
                last.done(),
                last.total(),
                last.eventsPerSecond(),
                0.0,
                before,
                after,
                last.startedAt(),
                clock.instant(),
                null));
    }

    void failed(String name, String error) {
        publish(failure(current(name), error));
    }

    /** The process that was at it is gone; unless it is this one, or it ends just now and says so itself. */
    void interrupted(Rebuild last) {
        Rebuild own = newest.get(last.name());
        if (own != null && own.startedAt().equals(last.startedAt())) {
            return;
        }
        Rebuild ended = failure(last, "interrupted");
        if (registry.endRebuild(ended)) {
            LOG.warn("A rebuild of {} was interrupted; the live version is untouched", last.name());
            tell(ended);
        }
    }

    private Rebuild failure(Rebuild last, String error) {
        return new Rebuild(
                last.name(),
                FAILED,
                last.done(),
                last.total(),
                last.eventsPerSecond(),
                null,
                null,
                null,
                last.startedAt(),
                clock.instant(),
                error);
    }

    private Rebuild current(String name) {
        Rebuild rebuild = newest.get(name);
        return rebuild != null
                ? rebuild
                : new Rebuild(name, BUILDING, 0, 0, 0, null, null, null, clock.instant(), null, null);
    }

    private double seconds(Instant since) {
        return Duration.between(since, clock.instant()).toMillis() / 1_000.0;
    }

    private void publish(Rebuild rebuild) {
        newest.put(rebuild.name(), rebuild);
        try {
            registry.setRebuild(rebuild);
        } catch (RuntimeException e) {
            // The row is for other nodes; the rebuild itself decides whether Postgres is needed.
            LOG.warn("Progress of {} is not stored: {}", rebuild.name(), e.toString());
        }
        tell(rebuild);
    }

    private void tell(Rebuild rebuild) {
        for (Consumer<Rebuild> listener : listeners) {
            try {
                listener.accept(rebuild);
            } catch (RuntimeException e) {
                LOG.warn("A listener of rebuilds failed and is dropped", e);
                listeners.remove(listener);
            }
        }
    }
}
