package dev.kiwi.web.dispatch;

import dev.kiwi.query.dispatch.QueryDispatcher;
import reactor.core.publisher.Mono;

/** Queries over the bus. */
final class DispatchedQueries implements Queries {
    private final QueryDispatcher dispatcher;

    DispatchedQueries(QueryDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Override
    public <R> Mono<R> ask(Object query, Class<R> resultType) {
        return Mono.fromFuture(() -> dispatcher.query(query, resultType));
    }
}
