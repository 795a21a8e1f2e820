package dev.kiwi.command.dispatch;

import dev.kiwi.api.kernel.CommandContext;
import java.util.concurrent.CompletableFuture;

/**
 * The one way to send a command. Handlers run on their own threads, never on the caller's; concurrency conflicts are
 * retried with backoff and then refused with 409; a full queue is refused with 503.
 */
public interface CommandDispatcher {
    /** @return completes with the handler's result, or exceptionally with a {@link dev.kiwi.api.kernel.Refusal} */
    <R> CompletableFuture<Dispatched<R>> dispatch(Object command, CommandContext context);
}
