package dev.kiwi.web.dispatch;

import reactor.core.publisher.Mono;

/** Asks a query on behalf of a controller. */
public interface Queries {
    <R> Mono<R> ask(Object query, Class<R> resultType);
}
