package dev.kiwi.web.health;

import dev.kiwi.web.http.BlockingWork;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import reactor.core.publisher.Mono;

/** Asks a store one cheap question on a virtual thread; no answer in two seconds counts as down. */
final class StoreProbe implements ReactiveHealthIndicator {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final BlockingWork blocking;
    private final Callable<Health> question;

    StoreProbe(BlockingWork blocking, Callable<Health> question) {
        this.blocking = blocking;
        this.question = question;
    }

    @Override
    public Mono<Health> health() {
        return blocking.call(question)
                .timeout(PATIENCE)
                .onErrorResume(error -> Mono.just(Health.down()
                        // The type says enough; a message may hold addresses and user names.
                        .withDetail("error", error.getClass().getSimpleName())
                        .build()));
    }
}
