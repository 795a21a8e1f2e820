package dev.kiwi.web.http;

import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.ContentTooLargeException;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.Exceptions;

/** From whatever was thrown to the answer that the client gets: one place, no advice per controller. */
final class ErrorMapping {
    private static final int BAD_GATEWAY = 502;
    private static final String UNDEFINED_COLUMN = "42703";
    private static final String UNDEFINED_TABLE = "42P01";

    private ErrorMapping() {}

    static ErrorAnswer answer(Throwable thrown) {
        Throwable error = unwrap(thrown);
        Refusal refused = cause(error, Refusal.class);
        if (refused != null) {
            return ErrorAnswer.of(refused);
        }
        // The cap may be met while a decoder reads, which then wraps it.
        if (cause(error, ContentTooLargeException.class) != null
                || cause(error, DataBufferLimitException.class) != null) {
            return ErrorAnswer.ofStatus(413);
        }
        return switch (error) {
            case InvalidParameter e -> ErrorAnswer.validation(List.of(e.detail()));
            case WebExchangeBindException e -> ErrorAnswer.validation(ConstraintDetails.of(e));
            case HandlerMethodValidationException e
            when !e.isForReturnValue() -> ErrorAnswer.validation(ConstraintDetails.of(e));
            case ConstraintViolationException e -> ErrorAnswer.validation(ConstraintDetails.of(e));
            case ServerWebInputException e -> ErrorAnswer.validation(InputDetails.of(e));
            case ErrorResponse e -> ErrorAnswer.ofStatus(e.getStatusCode().value());
            case BadSqlGrammarException e
            when isOutdated(e) ->
                ErrorAnswer.of(
                        ErrorCode.SERVICE_UNAVAILABLE,
                        "This data is being made anew after an upgrade; try again in a minute.");
            default -> isStoreGone(error) ? ErrorAnswer.ofStatus(503) : internal();
        };
    }

    static boolean isRefusal(Throwable thrown) {
        return cause(unwrap(thrown), Refusal.class) != null;
    }

    /** Whether the fault is ours, so that the log needs the stack trace; 502 tells of another's. */
    static boolean isFault(ErrorAnswer answer) {
        return answer.status() >= 500 && answer.status() != BAD_GATEWAY && answer.code() == ErrorCode.INTERNAL_ERROR;
    }

    private static ErrorAnswer internal() {
        return ErrorAnswer.ofStatus(500);
    }

    /** A read model of the version before is read until its successor is rebuilt, and lacks what is new. */
    private static boolean isOutdated(BadSqlGrammarException error) {
        SQLException cause = error.getSQLException();
        String state = cause == null ? null : cause.getSQLState();
        return UNDEFINED_COLUMN.equals(state) || UNDEFINED_TABLE.equals(state);
    }

    private static boolean isStoreGone(Throwable error) {
        return error instanceof NonTransientDataAccessResourceException
                || error instanceof TransientDataAccessResourceException
                || error instanceof QueryTimeoutException
                || error instanceof CannotCreateTransactionException
                || error instanceof MongoTimeoutException
                || error instanceof MongoSocketException;
    }

    private static Throwable unwrap(Throwable thrown) {
        Throwable error = Exceptions.unwrap(thrown);
        while ((error instanceof CompletionException || error instanceof ExecutionException)
                && error.getCause() != null) {
            error = error.getCause();
        }
        return error;
    }

    private static <T extends Throwable> @Nullable T cause(Throwable error, Class<T> type) {
        int depth = 0;
        for (Throwable at = error; at != null && depth < 20; at = at.getCause(), depth++) {
            if (type.isInstance(at)) {
                return type.cast(at);
            }
        }
        return null;
    }
}
