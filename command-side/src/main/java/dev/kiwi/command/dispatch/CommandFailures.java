package dev.kiwi.command.dispatch;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.eventstore.EventStoreUnavailableException;
import dev.kiwi.command.eventstore.SqlStates;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** What a failed command means to its sender. */
final class CommandFailures {
    private CommandFailures() {}

    /** True when the command may well succeed against the newer state. */
    static boolean isConflict(Throwable failure) {
        return failure instanceof ConcurrencyException || failure instanceof AggregateStreamCreationException;
    }

    /** A refusal where the failure is an answer; else the failure itself. */
    static Throwable explain(Throwable failure) {
        return switch (failure) {
            case Refusal refusal -> refusal;
            case CommandExecutionException e when e.getCause() != null -> explain(e.getCause());
            case AggregateNotFoundException e -> new Refusal(ErrorCode.NOT_FOUND, "There is no such thing.");
            case ConcurrencyException e -> conflict();
            case AggregateStreamCreationException e -> conflict();
            case EventStoreUnavailableException e -> AxonCommandDispatcher.busy(e.getMessage() + ".");
            case Throwable e
            when SqlStates.isUnavailable(e) ->
                AxonCommandDispatcher.busy("The database is away; nothing was committed.");
            default -> failure;
        };
    }

    private static Refusal conflict() {
        return new Refusal(ErrorCode.CONFLICT, "Others change the same thing all the time; try again.");
    }
}
