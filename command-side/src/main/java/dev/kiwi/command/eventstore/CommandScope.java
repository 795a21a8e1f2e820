package dev.kiwi.command.eventstore;

import java.util.function.Function;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.ExecutionResult;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** What the sender of a command shares with its append, which runs on the thread that handles the command. */
public final class CommandScope {
    private static final ScopedValue<CommandScope> CURRENT = ScopedValue.newInstance();

    private final Function<@Nullable Object, @Nullable CompanionRow<?>> companion;
    private long position = -1;

    /** @param companion gives the row that is committed with the command's events, from what its handler returned */
    public CommandScope(Function<@Nullable Object, @Nullable CompanionRow<?>> companion) {
        this.companion = companion;
    }

    /** Handles the command on this thread. */
    public void run(Runnable command) {
        ScopedValue.where(CURRENT, this).run(command);
    }

    /** Position of the last event that the command appended; -1 when it appended none. */
    public long position() {
        return position;
    }

    static void appended(long position) {
        if (CURRENT.isBound()) {
            CURRENT.get().position = position;
        }
    }

    /** @param unit whose handler has returned */
    static @Nullable CompanionRow<?> companion(UnitOfWork<?> unit) {
        ExecutionResult done = unit.getExecutionResult();
        if (!CURRENT.isBound() || done == null) {
            return null;
        }
        ResultMessage<?> result = (ResultMessage<?>) done.getResult();
        return CURRENT.get().companion.apply(result.getPayload());
    }
}
