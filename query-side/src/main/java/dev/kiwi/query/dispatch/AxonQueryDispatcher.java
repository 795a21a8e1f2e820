package dev.kiwi.query.dispatch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryResponseMessage;

/** Runs each query on its own virtual thread, because handlers block on JDBC and the bus runs them on the caller's thread. */
final class AxonQueryDispatcher implements QueryDispatcher {
    private final QueryBus bus;
    private final Executor threads;

    AxonQueryDispatcher(QueryBus bus, Executor threads) {
        this.bus = bus;
        this.threads = threads;
    }

    @Override
    public <R> CompletableFuture<R> query(Object query, Class<R> resultType) {
        var message = new GenericQueryMessage<>(query, ResponseTypes.instanceOf(resultType));
        return CompletableFuture.supplyAsync(() -> bus.query(message), threads)
                .thenCompose(answer -> answer)
                .thenCompose(AxonQueryDispatcher::unwrap);
    }

    private static <R> CompletableFuture<R> unwrap(QueryResponseMessage<R> answer) {
        return answer.isExceptional()
                ? CompletableFuture.failedFuture(answer.exceptionResult())
                : CompletableFuture.completedFuture(answer.getPayload());
    }
}
