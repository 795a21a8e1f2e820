package dev.kiwi.projection.machinery;

import java.time.Clock;
import java.time.Instant;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.jspecify.annotations.Nullable;

/** Propagates every failed batch, so that it is rolled back and repeated, and remembers the failure for the operator. */
final class LastFailure implements ErrorHandler {
    private final Clock clock;
    private volatile @Nullable Failure failure;

    LastFailure(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void handleError(ErrorContext context) throws Exception {
        failure = new Failure(firstLine(context.error()), clock.instant());
        PropagatingErrorHandler.instance().handleError(context);
    }

    /** A batch has committed: what was wrong is over. */
    void clear() {
        failure = null;
    }

    @Nullable
    Failure get() {
        return failure;
    }

    /** Of the innermost cause: what wraps it says less. */
    static String firstLine(Throwable error) {
        if (error.getCause() != null) {
            return firstLine(error.getCause());
        }
        String message = error.getMessage();
        String text = error.getClass().getSimpleName() + (message == null ? "" : ": " + message);
        return text.lines().findFirst().orElse(text);
    }

    record Failure(String message, Instant at) {}
}
