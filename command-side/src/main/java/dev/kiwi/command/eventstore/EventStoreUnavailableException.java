package dev.kiwi.command.eventstore;

import org.axonframework.common.AxonTransientException;
import org.jspecify.annotations.Nullable;

/** The database cannot take events now; the message says whether the command may have been committed. */
public final class EventStoreUnavailableException extends AxonTransientException {
    private static final long serialVersionUID = 1L;

    EventStoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
