package dev.kiwi.command.dispatch;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.command.eventstore.AppendedPosition;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
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
    <R> Dispatched<R> run(Object command, CommandContext context) throws Throwable {
        for (int attempt = 1; ; attempt++) {
            AtomicLong position = new AtomicLong(-1);
            CommandResultMessage<R> result = once(command, context, position);
            if (!result.isExceptional()) {
                @Nullable R payload = result.getPayload();
                return new Dispatched<>(payload, position.get());
            }
            Throwable failure = result.exceptionResult();
            if (attempt == LIMIT || !CommandFailures.isConflict(failure)) {
                throw failure;
            }
            pause(attempt);
        }
    }

    private <R> CommandResultMessage<R> once(Object command, CommandContext context, AtomicLong position) {
        CommandMessage<Object> message =
                GenericCommandMessage.asCommandMessage(command).withMetaData(ContextMetadata.of(context));
        AtomicReference<@Nullable CommandResultMessage<R>> answer = new AtomicReference<>();
        AppendedPosition.listen(
                position::set,
                () -> bus.<Object, R>dispatch(message, (sent, result) -> {
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
