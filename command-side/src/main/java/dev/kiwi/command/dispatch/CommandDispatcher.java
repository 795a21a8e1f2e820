package dev.kiwi.command.dispatch;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.command.eventstore.CompanionRow;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one way to send a command. Handlers run on their own threads, never on the caller's; concurrency conflicts are
 * retried with backoff and then refused with 409; a full queue is refused with 503.
 */
public interface CommandDispatcher {
    /** @return completes with the handler's result, or exceptionally with a {@link dev.kiwi.api.kernel.Refusal} */
    default <R> CompletableFuture<Dispatched<R>> dispatch(Object command, CommandContext context) {
        return dispatch(command, context, _ -> null);
    }

    /**
     * As {@link #dispatch(Object, CommandContext)}, with a row that is committed with the command's events.
     *
     * @param companion gives the row, if any, from what the handler returned; called on the command's thread, again with
     *     each attempt, and with no effect when the command appends nothing
     */
    <R> CompletableFuture<Dispatched<R>> dispatch(
            Object command, CommandContext context, Function<@Nullable R, @Nullable CompanionRow<?>> companion);
}
