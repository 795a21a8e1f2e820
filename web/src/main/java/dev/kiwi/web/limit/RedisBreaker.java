package dev.kiwi.web.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Asks the shared windows, and this node's own while the shared ones fail; an outage costs one time-out a second. */
final class RedisBreaker implements Windows {
    static final Duration PROBE_EVERY = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(RedisBreaker.class);
    private static final Instant CLOSED = Instant.MIN;

    private final Windows shared;
    private final Windows own;
    private final Clock clock;
    /** When the next request may try Redis again; {@link #CLOSED} while all is well. */
    private final AtomicReference<Instant> nextProbe = new AtomicReference<>(CLOSED);

    RedisBreaker(Windows shared, Windows own, Clock clock) {
        this.shared = shared;
        this.own = own;
        this.clock = clock;
    }

    boolean isDegraded() {
        return !nextProbe.get().equals(CLOSED);
    }

    @Override
    public Mono<Outcome> consume(List<Bucket> buckets, Instant now) {
        if (!isDegraded()) {
            return orOwn(shared.consume(buckets, now), buckets, now);
        }
        return mayTry()
                ? orOwn(shared.consume(buckets, now).doOnNext(outcome -> close()), buckets, now)
                : own.consume(buckets, now);
    }

    private Mono<Outcome> orOwn(Mono<Outcome> answer, List<Bucket> buckets, Instant now) {
        return answer.onErrorResume(error -> {
            open(error);
            return own.consume(buckets, now);
        });
    }

    @Override
    public Mono<List<BucketState>> look(List<Bucket> buckets, Instant now) {
        return Mono.defer(() -> isDegraded()
                ? own.look(buckets, now)
                : shared.look(buckets, now).onErrorResume(error -> own.look(buckets, now)));
    }

    private boolean mayTry() {
        Instant probe = nextProbe.get();
        if (probe.equals(CLOSED)) {
            return true;
        }
        Instant now = clock.instant();
        // Exactly one of all waiting requests moves the mark and probes.
        return !now.isBefore(probe) && nextProbe.compareAndSet(probe, now.plus(PROBE_EVERY));
    }

    private void open(Throwable error) {
        Instant before = nextProbe.getAndSet(clock.instant().plus(PROBE_EVERY));
        if (before.equals(CLOSED)) {
            log.warn("Rate limits count on this node alone, Redis does not answer: {}", error.toString());
        }
    }

    private void close() {
        // Read first: with every answer a write would make all cores fight for one line of memory.
        if (isDegraded() && !nextProbe.getAndSet(CLOSED).equals(CLOSED)) {
            log.info("Rate limits are shared again");
        }
    }
}
