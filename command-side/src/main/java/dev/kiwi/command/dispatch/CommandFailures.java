package dev.kiwi.command.dispatch;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.eventstore.EventStoreUnavailableException;
import dev.kiwi.command.eventstore.SqlStates;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** What a failed command means to its sender. */
final class CommandFailures {
    private CommandFailures() {}

    /** True when the command may well succeed against the newer state. */
    static boolean isConflict(Throwable failure) {
        return failure instanceof ConcurrencyException
                || failure instanceof AggregateStreamCreationException
                || failure instanceof LockAcquisitionFailedException;
    }

    /** A refusal where the failure is an answer; else the failure itself. */
    static Throwable explain(Throwable failure) {
        if (failure instanceof CommandExecutionException wrapped && wrapped.getCause() != null) {
            return explain(wrapped.getCause());
        }
        if (failure instanceof AggregateNotFoundException) {
            return new Refusal(ErrorCode.NOT_FOUND, "There is no such thing.");
        }
        if (isConflict(failure)) {
            return conflict();
        }
        if (failure instanceof EventStoreUnavailableException) {
            return AxonCommandDispatcher.busy(failure.getMessage() + ".");
        }
        if (SqlStates.isUnavailable(failure)) {
            return AxonCommandDispatcher.busy("The database is away; nothing was committed.");
        }
        return failure;
    }

    private static Refusal conflict() {
        return new Refusal(ErrorCode.CONFLICT, "Others change the same thing all the time; try again.");
    }
}
