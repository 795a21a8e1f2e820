package dev.kiwi.bench.annex;

import org.springframework.web.bind.annotation.ResponseBody;
import reactor.core.publisher.Mono;

/** What the least endpoint of WebFlux costs: a mapping, a {@link Mono}, a few bytes of JSON. */
final class EmptyEndpoint {
    record Empty(boolean ok) {}

    @ResponseBody
    Mono<Empty> empty() {
        return Mono.just(new Empty(true));
    }
}
