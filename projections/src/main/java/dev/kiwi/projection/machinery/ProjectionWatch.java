package dev.kiwi.projection.machinery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks at every projection once a second, on every node: measures it, and raises the alarm for one that stands still
 * while the store moves on, or whose dead letters fill up. Axon does neither.
 */
public final class ProjectionWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionWatch.class);
    private static final double NEARLY_FULL = 0.8;
    private static final Duration SHORTEST_MEASURE = Duration.ofMillis(500);

    private final List<ProjectionDefinition> definitions;
    private final Stores stores;
    private final Registry registry;
    private final ProjectionSettings settings;
    private final Clock clock;
    private final Map<String, Standing> standings = new ConcurrentHashMap<>();
    private final Map<String, Instant> movedAt = new ConcurrentHashMap<>();
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
        definitions.forEach(definition -> measure(meters, definition.name()));
    }

    private void measure(MeterRegistry meters, String name) {
        gauge(meters, "kiwi.projection.lag", name, Standing::lag);
        gauge(meters, "kiwi.projection.position", name, Standing::position);
        gauge(meters, "kiwi.projection.age", name, standing -> standing.age().toMillis() / 1_000.0);
        gauge(meters, "kiwi.projection.heartbeat", name, ProjectionWatch::secondsSinceHeartbeat);
        gauge(meters, "kiwi.deadletters", name, Standing::letters);
    }

    private void gauge(MeterRegistry meters, String meter, String name, ToDoubleFunction<Standing> value) {
        Gauge.builder(meter, () -> value.applyAsDouble(of(name)))
                .tag("projection", name)
                .register(meters);
    }

    /** Not a number while no node is at work on it. Claims are written with the system's clock. */
    private static double secondsSinceHeartbeat(Standing standing) {
        Instant heartbeat = standing.heartbeat();
        return heartbeat == null
                ? Double.NaN
                : Duration.between(heartbeat, Instant.now()).toMillis() / 1_000.0;
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
            boolean mayStand = entry == null || entry.paused() || entry.held() || entry.isOutdated(definition);
            Standing standing = standing(
                    name,
                    Tokens.completed(positions.getOrDefault(name, Map.of())),
                    head,
                    fillings.getOrDefault(name, Letters.Filling.EMPTY),
                    heartbeats.get(name),
                    mayStand,
                    now);
            raiseAlarm(name, of(name), standing);
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

    private Standing standing(
            String name,
            long position,
            long head,
            Letters.Filling filling,
            @Nullable Instant heartbeat,
            boolean mayStand,
            Instant now) {
        Standing before = of(name);
        if (position != before.position() || position >= head || mayStand || !movedAt.containsKey(name)) {
            movedAt.put(name, now);
        }
        Duration age = Duration.between(movedAt.getOrDefault(name, now), now);
        return new Standing(
                position,
                head,
                rate(name, position, now),
                age,
                age.compareTo(settings.stallAfter()) > 0,
                heartbeat,
                filling.letters(),
                filling.newestError(),
                warning(filling));
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

    private static @Nullable String warning(Letters.Filling filling) {
        if (filling.sequences() >= NEARLY_FULL * LetterQueues.MAX_SEQUENCES) {
            return "dead letters nearly full: %d of %d sequences"
                    .formatted(filling.sequences(), LetterQueues.MAX_SEQUENCES);
        }
        if (filling.longest() >= NEARLY_FULL * LetterQueues.MAX_SEQUENCE_SIZE) {
            return "dead letters nearly full: %d of %d letters in one sequence"
                    .formatted(filling.longest(), LetterQueues.MAX_SEQUENCE_SIZE);
        }
        return null;
    }

    private static void raiseAlarm(String name, Standing before, Standing now) {
        if (now.stalled() && !before.stalled()) {
            LOG.warn(
                    "Projection {} stands at {} for {} s while the head is at {}",
                    name,
                    now.position(),
                    now.age().toSeconds(),
                    now.head());
        }
        if (now.warning() != null && before.warning() == null) {
            LOG.warn("Projection {}: {}; it stops when they are full", name, now.warning());
        }
    }

    @Override
    public synchronized void start() {
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("projection-watch").factory());
        timer.scheduleWithFixedDelay(this::lookSafely, 0, 1, TimeUnit.SECONDS);
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
