package dev.kiwi.query.dispatch;

import java.util.concurrent.CompletableFuture;

/** The one way to ask a query. */
public interface QueryDispatcher {
    /** @return completes with the handler's result, or exceptionally with a {@link dev.kiwi.api.kernel.Refusal} */
    <R> CompletableFuture<R> query(Object query, Class<R> resultType);
}
