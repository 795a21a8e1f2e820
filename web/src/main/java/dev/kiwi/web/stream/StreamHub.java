package dev.kiwi.web.stream;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.web.http.BlockingWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks at the sources when they may have changed: at the moment for which they say so, and when a read model of theirs has
 * advanced. Begins with the first connection. One timer a source and one for the signs of life, however many listen.
 */
final class StreamHub implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(StreamHub.class);
    private static final Duration SOONEST = Duration.ofSeconds(1);
    private static final Duration LATEST = Duration.ofHours(1);
    /** Clocks of a node are read to the millisecond: a look a little early would find the old state. */
    private static final Duration AFTER_THE_CHANGE = Duration.ofMillis(50);
    /** Also finds what a lost message between nodes would have told. */
    private static final Duration WATCH = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int BEATS_A_PING = 4;

    private final List<WatchedSource> sources;
    private final LiveState live;
    private final BlockingWork blocking;
    private final JsonMapper json;
    private final Clock clock;
    private final Scheduler timer;
    private final Duration beat;
    private final Duration silence;
    private final Mono<Void> primed = Mono.defer(this::prime).cache();
    private Disposable beating = Disposables.disposed();
    private Instant watched = Instant.MIN;
    private final AtomicReference<Instant> looked = new AtomicReference<>(Instant.EPOCH);
    private volatile boolean begun;
    private volatile boolean running;

    /** @param ping longest time without a message */
    StreamHub(
            List<StreamSource> sources,
            BlockingWork blocking,
            JsonMapper json,
            Clock clock,
            Scheduler timer,
            Duration ping) {
        this.sources = sources.stream().map(WatchedSource::new).toList();
        this.blocking = blocking;
        this.json = json;
        this.clock = clock;
        this.timer = timer;
        this.beat = ping.dividedBy(BEATS_A_PING);
        this.silence = ping.minus(beat);
        this.live = new LiveState(
                sources.stream().map(StreamSource::type).toList(), ready -> text("ready", ready, clock.instant()));
    }

    /** What is in the data line of a message. @param ts unix seconds */
    record Envelope(String type, Object data, long ts) {}

    private String text(String type, Object data, Instant at) {
        return json.writeValueAsString(new Envelope(type, data, at.getEpochSecond()));
    }

    /** @return what the connection gets first; what happens from now on waits in it */
    Mono<List<byte[]>> join(StreamConnection connection, @Nullable String lastId) {
        return primed.then(Mono.defer(this::freshened)).then(blocking.<List<byte[]>>call(() -> {
            List<byte[]> begin = live.join(connection, lastId, clock.instant());
            beat();
            return begin;
        }));
    }

    void leave(StreamConnection connection) {
        live.leave(connection);
    }

    int connections() {
        return live.connections();
    }

    /** One that does not answer in time has failed for now, and keeps nobody waiting. */
    private Mono<Void> prime() {
        begun = true;
        return lookAtAll();
    }

    /** Sources move while nobody listens, and some of what they say by the second. */
    private Mono<Void> freshened() {
        Instant last = looked.get();
        Instant now = clock.instant();
        return now.isBefore(last.plus(WATCH)) || !looked.compareAndSet(last, now) ? Mono.empty() : lookAtAll();
    }

    private Mono<Void> lookAtAll() {
        looked.set(clock.instant());
        return Flux.fromIterable(sources)
                .flatMap(source ->
                        blocking.run(() -> look(source)).timeout(PATIENCE).onErrorResume(late -> Mono.empty()))
                .then();
    }

    /** A read model has advanced. Returns at once. */
    void changed(String projection) {
        lookAtThose(each -> each.readsFrom().stream().map(Projection::key).anyMatch(projection::equals));
    }

    /** What a read model says may have changed without our knowing. Returns at once. */
    void anythingChanged() {
        lookAtThose(each -> !each.readsFrom().isEmpty());
    }

    private void lookAtThose(Predicate<StreamSource> wanted) {
        if (begun) {
            sources.stream().filter(each -> wanted.test(each.source())).forEach(this::lookAside);
        }
    }

    private void lookAside(WatchedSource source) {
        blocking.run(() -> look(source)).subscribe();
    }

    private void look(WatchedSource source) {
        source.look(() -> lookOnce(source));
    }

    private void lookOnce(WatchedSource watchedSource) {
        StreamSource source = watchedSource.source();
        Instant now = clock.instant();
        try {
            StreamSource.State state = source.at(now);
            tell(source.type(), state, now);
            plan(watchedSource, state.nextChange(), now);
        } catch (RuntimeException e) {
            LOG.warn("The stream's source {} failed; it is asked again in {}", source.type(), WATCH, e);
            live.hasFailed(source.type());
            plan(watchedSource, now.plus(WATCH), now);
        }
    }

    private void tell(String type, StreamSource.State state, Instant now) {
        String signature = state.signature();
        if (signature == null) {
            live.isQuiet(type);
        } else {
            live.says(type, Message.of(type, signature, text(type, state.data(), now), now));
        }
    }

    private void plan(WatchedSource source, @Nullable Instant change, Instant now) {
        Duration wait = change == null ? LATEST : Duration.between(now, change).plus(AFTER_THE_CHANGE);
        Duration bounded = wait.compareTo(SOONEST) < 0 ? SOONEST : wait.compareTo(LATEST) > 0 ? LATEST : wait;
        source.lookIn(bounded, timer, () -> lookAside(source));
    }

    private synchronized void beat() {
        if (beating.isDisposed()) {
            beating = timer.schedulePeriodically(this::onBeat, beat.toMillis(), beat.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void onBeat() {
        Instant now = clock.instant();
        if (live.connections() == 0) {
            beating.dispose();
            return;
        }
        live.ping(now, silence);
        if (!now.minus(WATCH).isBefore(watched)) {
            watched = now;
            anythingChanged();
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the server waits for requests to end, which these never would. */
    @Override
    public synchronized void stop() {
        running = false;
        beating.dispose();
        sources.forEach(WatchedSource::cancel);
        live.endAll();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
