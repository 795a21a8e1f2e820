package dev.kiwi.query.dispatch;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

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
        Map<String, String> log = MDC.getCopyOfContextMap();
        return CompletableFuture.supplyAsync(() -> ask(message, log), threads)
                .thenCompose(answer -> answer)
                .thenCompose(AxonQueryDispatcher::unwrap);
    }

    /** @param log what the caller's log lines carry, such as the request's id */
    private <R> CompletableFuture<QueryResponseMessage<R>> ask(
            QueryMessage<?, R> message, @Nullable Map<String, String> log) {
        if (log != null) {
            // The thread ends with the query, so there is nothing to put back.
            MDC.setContextMap(log);
        }
        return bus.query(message);
    }

    private static <R> CompletableFuture<R> unwrap(QueryResponseMessage<R> answer) {
        return answer.isExceptional()
                ? CompletableFuture.failedFuture(answer.exceptionResult())
                : CompletableFuture.completedFuture(answer.getPayload());
    }
}
