package dev.kiwi.command.dispatch;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.command.eventstore.CommandScope;
import dev.kiwi.command.eventstore.CompanionRow;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.jspecify.annotations.Nullable;

/** Handles one command on the current thread, again and again while others get in before it. */
final class CommandAttempts {
    private static final int LIMIT = 8;
    private static final long FIRST_PAUSE_MILLIS = 4;

    private final CommandBus bus;

    CommandAttempts(CommandBus bus) {
        this.bus = bus;
    }

    /** @throws Throwable what the last attempt came to */
    <R> Dispatched<R> run(
            Object command, CommandContext context, Function<@Nullable R, @Nullable CompanionRow<?>> companion)
            throws Throwable {
        for (int attempt = 1; ; attempt++) {
            @SuppressWarnings("unchecked") // the handler of this command returns what its sender expects
            CommandScope scope = new CommandScope(result -> companion.apply((R) result));
            CommandResultMessage<R> result = once(command, context, scope);
            if (!result.isExceptional()) {
                @Nullable R payload = result.getPayload();
                return new Dispatched<>(payload, scope.position());
            }
            Throwable failure = result.exceptionResult();
            if (attempt == LIMIT || !CommandFailures.isConflict(failure)) {
                throw failure;
            }
            pause(attempt);
        }
    }

    private <R> CommandResultMessage<R> once(Object command, CommandContext context, CommandScope scope) {
        CommandMessage<Object> message =
                GenericCommandMessage.asCommandMessage(command).withMetaData(ContextMetadata.of(context));
        AtomicReference<@Nullable CommandResultMessage<R>> answer = new AtomicReference<>();
        scope.run(() -> bus.<Object, R>dispatch(message, (sent, result) -> {
            @SuppressWarnings("unchecked")
            CommandResultMessage<R> typed = (CommandResultMessage<R>) result;
            answer.set(typed);
        }));
        CommandResultMessage<R> result = answer.get();
        if (result == null) {
            throw new IllegalStateException("The command bus did not answer on the thread of the command");
        }
        return result;
    }

    /** Longer each time, and never the same for two that met. */
    private static void pause(int attempt) throws InterruptedException {
        long longest = FIRST_PAUSE_MILLIS << attempt;
        Thread.sleep(ThreadLocalRandom.current().nextLong(longest / 2, longest));
    }
}
