package dev.kiwi.web.dispatch;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.query.dispatch.QueryDispatcher;
import dev.kiwi.web.http.RequestId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Queries over the bus; a store that hangs is given up. */
final class DispatchedQueries implements Queries {
    private final QueryDispatcher dispatcher;
    private final Function<Object, CompletableFuture<Boolean>> seen;
    private final Duration patience;

    /** @param seen completes when the query may be asked, whatever it completes with */
    DispatchedQueries(
            QueryDispatcher dispatcher, Function<Object, CompletableFuture<Boolean>> seen, Duration patience) {
        this.dispatcher = dispatcher;
        this.seen = seen;
        this.patience = patience;
    }

    @Override
    public <R> Mono<R> ask(Object query, Class<R> resultType) {
        return Mono.defer(() -> {
                    CompletableFuture<Boolean> ready = seen.apply(query);
                    Mono<R> asked = asked(query, resultType);
                    return ready.isDone() ? asked : Mono.fromFuture(ready).then(asked);
                })
                .timeout(patience)
                .onErrorMap(
                        TimeoutException.class,
                        late -> new Refusal(
                                ErrorCode.SERVICE_UNAVAILABLE,
                                "The data store does not answer; try again in a few seconds.",
                                Map.of("retry_after", 5)));
    }

    private <R> Mono<R> asked(Object query, Class<R> resultType) {
        return Mono.deferContextual(context -> Mono.fromFuture(() -> {
            try (var requestId = RequestId.onLog(context)) {
                return dispatcher.query(query, resultType);
            }
        }));
    }
}
