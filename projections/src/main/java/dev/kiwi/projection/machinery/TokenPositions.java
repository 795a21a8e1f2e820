package dev.kiwi.projection.machinery;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applied positions: reported by the processors of this node as each batch commits, read from the token table for those
 * that run elsewhere. The table is asked only while somebody waits, one query for all who do.
 */
final class TokenPositions implements AppliedPositions, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TokenPositions.class);
    private static final long POLL_MILLIS = 10;
    /** For projections that run here, which report by themselves. */
    private static final long CALM_POLL_MILLIS = 100;

    private static final long LOCAL_NANOS = Duration.ofSeconds(5).toNanos();

    private final Tokens tokens;
    private final Map<String, Integer> segments;
    /** Lower bounds: they never fall, and only batches of this node raise them between two polls. */
    private final Map<String, Map<Integer, Long>> known = new ConcurrentHashMap<>();

    private final Map<String, Runnable> wakes = new ConcurrentHashMap<>();
    private final Map<String, Long> reportedAt = new ConcurrentHashMap<>();
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean polling = new AtomicBoolean();
    private final ScheduledExecutorService poller = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("applied-positions").factory());

    TokenPositions(Tokens tokens, List<ProjectionDefinition> definitions) {
        this.tokens = tokens;
        this.segments = definitions.stream()
                .collect(Collectors.toUnmodifiableMap(ProjectionDefinition::name, ProjectionDefinition::segments));
    }

    /** A batch of this node has committed. */
    void report(String projection, int segment, long position) {
        reportedAt.put(projection, System.nanoTime());
        raise(projection, segment, position);
        wakeWaiters();
    }

    private void raise(String projection, int segment, long position) {
        known.computeIfAbsent(projection, _ -> new ConcurrentHashMap<>()).merge(segment, position, Math::max);
    }

    @Override
    public long applied(String projection) {
        requireKnown(projection);
        return Tokens.completed(tokens.positions(projection));
    }

    @Override
    public CompletableFuture<Boolean> await(Collection<String> projections, long position, Duration atMost) {
        projections.forEach(this::requireKnown);
        Waiter waiter = new Waiter(List.copyOf(projections), position, new CompletableFuture<>());
        if (hasReached(waiter)) {
            return CompletableFuture.completedFuture(true);
        }
        waiters.add(waiter);
        waiter.future().completeOnTimeout(false, atMost.toNanos(), TimeUnit.NANOSECONDS);
        waiter.future().whenComplete((_, _) -> waiters.remove(waiter));
        // A batch may have committed between the first look and the registration.
        wakeWaiters();
        projections.forEach(this::urge);
        pollSoon();
        return waiter.future();
    }

    private void urge(String projection) {
        Runnable wake = wakes.get(projection);
        if (wake != null) {
            wake.run();
        }
    }

    /** @param wake has the projection's processor of this node look for events at once */
    void whenAwaited(String projection, Runnable wake) {
        wakes.put(projection, wake);
    }

    /** True while somebody waits for the projection to get further. */
    boolean isAwaited(String projection) {
        return waiters.stream().anyMatch(waiter -> waiter.projections().contains(projection));
    }

    private void requireKnown(String projection) {
        if (!segments.containsKey(projection)) {
            throw new IllegalArgumentException("No projection is named " + projection);
        }
    }

    private void wakeWaiters() {
        List<Waiter> ready = waiters.stream().filter(this::hasReached).toList();
        if (!ready.isEmpty()) {
            // What they do next is no business of the projector's thread.
            Thread.ofVirtual()
                    .name("applied")
                    .start(() -> ready.forEach(waiter -> waiter.future().complete(true)));
        }
    }

    private boolean hasReached(Waiter waiter) {
        return waiter.position() < 0
                || waiter.projections().stream().allMatch(name -> knownPosition(name) >= waiter.position());
    }

    private long knownPosition(String projection) {
        @Nullable Map<Integer, Long> positions = known.get(projection);
        return positions == null || positions.size() < segments.getOrDefault(projection, 1)
                ? Tokens.NONE
                : Tokens.completed(positions);
    }

    private void pollSoon() {
        if (polling.compareAndSet(false, true)) {
            poller.schedule(this::poll, pauseMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private long pauseMillis() {
        boolean local = waiters.stream()
                .flatMap(waiter -> waiter.projections().stream())
                .distinct()
                .allMatch(this::isLocal);
        return local ? CALM_POLL_MILLIS : POLL_MILLIS;
    }

    private boolean isLocal(String projection) {
        Long reported = reportedAt.get(projection);
        return reported != null && System.nanoTime() - reported < LOCAL_NANOS;
    }

    private void poll() {
        try {
            if (!waiters.isEmpty()) {
                tokens.positions().forEach((projection, positions) -> {
                    positions.forEach((segment, position) -> raise(projection, segment, position));
                });
                wakeWaiters();
            }
        } catch (RuntimeException e) {
            // The waiters run into their time-out, which is the answer while Postgres is away.
            LOG.debug("Positions cannot be read", e);
        } finally {
            polling.set(false);
            if (!waiters.isEmpty()) {
                pollSoon();
            }
        }
    }

    @Override
    public void close() {
        poller.shutdownNow();
        waiters.forEach(waiter -> waiter.future().complete(false));
    }

    private record Waiter(List<String> projections, long position, CompletableFuture<Boolean> future) {}
}
