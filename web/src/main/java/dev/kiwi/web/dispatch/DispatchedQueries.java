package dev.kiwi.web.dispatch;

import dev.kiwi.query.dispatch.QueryDispatcher;
import dev.kiwi.web.http.RequestId;
import reactor.core.publisher.Mono;

/** Queries over the bus. */
final class DispatchedQueries implements Queries {
    private final QueryDispatcher dispatcher;

    DispatchedQueries(QueryDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Override
    public <R> Mono<R> ask(Object query, Class<R> resultType) {
        return Mono.deferContextual(context -> Mono.fromFuture(() -> {
            try (var requestId = RequestId.onLog(context)) {
                return dispatcher.query(query, resultType);
            }
        }));
    }
}
