package dev.kiwi.projection.machinery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks at every projection once a second, on every node: measures it, and raises an {@link Alarm}, such as for one that
 * stands still while the store moves on. Axon does neither.
 */
public final class ProjectionWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionWatch.class);
    private static final Duration SHORTEST_MEASURE = Duration.ofMillis(500);

    private final List<ProjectionDefinition> definitions;
    private final Stores stores;
    private final Registry registry;
    private final ProjectionSettings settings;
    private final Clock clock;
    private final Map<String, Standing> standings = new ConcurrentHashMap<>();
    private final Map<String, Instant> waitingSince = new HashMap<>();
    private final Map<String, Instant> wantedSince = new HashMap<>();
    private final Map<String, Instant> unfitSince = new HashMap<>();
    private final Map<String, Long> measured = new ConcurrentHashMap<>();
    private @Nullable Instant measuredAt;
    private @Nullable ScheduledExecutorService timer;

    ProjectionWatch(
            List<ProjectionDefinition> definitions,
            Stores stores,
            Registry registry,
            ProjectionSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.definitions = definitions;
        this.stores = stores;
        this.registry = registry;
        this.settings = settings;
        this.clock = clock;
        ProjectionMeters projectionMeters = new ProjectionMeters(meters);
        definitions.forEach(definition -> projectionMeters.publish(definition.name(), () -> of(definition.name())));
    }

    Standing of(String name) {
        return standings.getOrDefault(name, Standing.UNKNOWN);
    }

    /** One look at all projections. */
    synchronized void look() {
        Instant now = clock.instant();
        Map<String, Map<Integer, Long>> positions = stores.tokens().positions();
        Map<String, Instant> heartbeats = stores.tokens().heartbeats();
        long head = stores.head();
        Map<String, Letters.Filling> fillings = stores.letters().fillings();
        Map<String, Registry.Entry> entries = registry.all();
        for (ProjectionDefinition definition : definitions) {
            String name = definition.name();
            Registry.Entry entry = entries.get(name);
            boolean fit = entry != null && !entry.isOutdated(definition);
            Standing standing = standing(
                    name,
                    Tokens.completed(positions.getOrDefault(name, Map.of())),
                    head,
                    fillings.getOrDefault(name, Letters.Filling.EMPTY),
                    heartbeats.get(name),
                    entry != null && fit && !entry.paused() && !entry.held(),
                    fit || entry != null && entry.isRebuilding(),
                    now);
            raiseAlarms(name, of(name), standing);
            standings.put(name, standing);
        }
        if (isTimeToMeasure(now)) {
            definitions.forEach(
                    each -> measured.put(each.name(), of(each.name()).position()));
            measuredAt = now;
        }
    }

    /** Looks may follow each other closely; a rate needs some time. */
    private boolean isTimeToMeasure(Instant now) {
        return measuredAt == null || !measuredAt.plus(SHORTEST_MEASURE).isAfter(now);
    }

    /**
     * @param wanted a node should be at work on it
     * @param well there is a live version that fits the definition, or soon will be
     */
    private Standing standing(
            String name,
            long position,
            long head,
            Letters.Filling filling,
            @Nullable Instant heartbeat,
            boolean wanted,
            boolean well,
            Instant now) {
        boolean waits = wanted && position < head && position == of(name).position();
        Duration age = since(waitingSince, name, waits, now);
        Duration unattended = since(wantedSince, name, wanted, now);
        return new Standing(
                position,
                head,
                rate(name, position, now),
                age,
                isTooLong(age),
                heartbeat == null ? unattended : shorter(unattended, sinceClaim(heartbeat)),
                isTooLong(since(unfitSince, name, !well, now)),
                filling);
    }

    /** How long the condition has held, in all looks. */
    private static Duration since(Map<String, Instant> starts, String name, boolean holds, Instant now) {
        if (!holds) {
            starts.remove(name);
            return Duration.ZERO;
        }
        return Duration.between(starts.computeIfAbsent(name, _ -> now), now);
    }

    private boolean isTooLong(Duration duration) {
        return duration.compareTo(settings.stallAfter()) > 0;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /** Axon writes claims with the system's clock, whatever clock the rest of the node has. */
    private static Duration sinceClaim(Instant heartbeat) {
        Duration since = Duration.between(heartbeat, Instant.now());
        return since.isNegative() ? Duration.ZERO : since;
    }

    private double rate(String name, long position, Instant now) {
        Long from = measured.get(name);
        if (from == null || measuredAt == null || !isTimeToMeasure(now)) {
            return of(name).eventsPerSecond();
        }
        return Math.max(0, position - from)
                * 1_000.0
                / Duration.between(measuredAt, now).toMillis();
    }

    private static void raiseAlarms(String name, Standing before, Standing now) {
        List<Alarm> known = Alarm.of(before);
        for (Alarm alarm : Alarm.of(now)) {
            if (!known.contains(alarm)) {
                LOG.warn("Projection {}: {}", name, alarm.sentence(name, now));
            }
        }
    }

    @Override
    public synchronized void start() {
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("projection-watch").factory());
        timer.scheduleWithFixedDelay(this::lookSafely, 1, 1, TimeUnit.SECONDS);
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            // Readiness reports a store that is away; the next look is a second off.
            LOG.debug("Projections cannot be looked at", e);
        }
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }
}
