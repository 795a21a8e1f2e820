package dev.kiwi.web.dispatch;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.query.dispatch.QueryDispatcher;
import dev.kiwi.web.http.RequestId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Mono;

/** Queries over the bus; a store that hangs is given up. */
final class DispatchedQueries implements Queries {
    private final QueryDispatcher dispatcher;
    private final Duration patience;

    DispatchedQueries(QueryDispatcher dispatcher, Duration patience) {
        this.dispatcher = dispatcher;
        this.patience = patience;
    }

    @Override
    public <R> Mono<R> ask(Object query, Class<R> resultType) {
        return Mono.<R>deferContextual(context -> Mono.fromFuture(() -> {
                    try (var requestId = RequestId.onLog(context)) {
                        return dispatcher.query(query, resultType);
                    }
                }))
                .timeout(patience)
                .onErrorMap(
                        TimeoutException.class,
                        late -> new Refusal(
                                ErrorCode.SERVICE_UNAVAILABLE,
                                "The data store does not answer; try again in a few seconds.",
                                Map.of("retry_after", 5)));
    }
}
