package dev.kiwi.web.idempotency;

import dev.kiwi.web.http.BlockingWork;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Deletes expired records now and then; every node may do it, they do not disturb one another. */
final class Purge implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Purge.class);
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final Disposable loop;

    Purge(IdempotencyRecords records, BlockingWork blocking) {
        this.loop = Flux.interval(EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> blocking.call(records::purge).onErrorResume(error -> {
                    log.warn("Expired idempotency records stay for now: {}", error.toString());
                    return Mono.empty();
                }))
                .subscribe();
    }

    @Override
    public void close() {
        loop.dispose();
    }
}
