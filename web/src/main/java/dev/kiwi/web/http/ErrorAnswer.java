package dev.kiwi.web.http;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a failed request comes to, before it is written. {@code details} is any JSON-able value. */
record ErrorAnswer(
        int status,
        ErrorCode code,
        String message,
        @Nullable Object details) {
    static ErrorAnswer of(Refusal refusal) {
        String message = refusal.getMessage();
        return new ErrorAnswer(
                refusal.code().status(), refusal.code(), message == null ? "" : message, refusal.details());
    }

    static ErrorAnswer validation(Object details) {
        ErrorCode code = ErrorCode.VALIDATION_ERROR;
        return new ErrorAnswer(code.status(), code, "The request does not match the schema; see details.", details);
    }

    static ErrorAnswer of(ErrorCode code, String message) {
        return new ErrorAnswer(code.status(), code, message, null);
    }

    /** For a framework's error: keeps the status and finds its code (platform.md 1.5). */
    static ErrorAnswer ofStatus(int status) {
        ErrorCode code = Arrays.stream(FALLBACKS)
                .filter(fallback -> fallback.status() == status)
                .findFirst()
                .orElse(status == 413 ? ErrorCode.BAD_REQUEST : ErrorCode.INTERNAL_ERROR);
        return new ErrorAnswer(status, code, sentence(status), null);
    }

    private static final ErrorCode[] FALLBACKS = {
        ErrorCode.BAD_REQUEST,
        ErrorCode.NOT_AUTHENTICATED,
        ErrorCode.FORBIDDEN,
        ErrorCode.NOT_FOUND,
        ErrorCode.METHOD_NOT_ALLOWED,
        ErrorCode.CONFLICT,
        ErrorCode.VALIDATION_ERROR,
        ErrorCode.RATE_LIMITED,
        ErrorCode.SERVICE_UNAVAILABLE
    };

    private static String sentence(int status) {
        return switch (status) {
            case 400 -> "The request is not valid.";
            case 401 -> "A valid credential is needed.";
            case 403 -> "This is not allowed.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not answer to that method.";
            case 406 -> "None of the accepted content types can be produced.";
            case 409 -> "The request conflicts with the current state.";
            case 413 -> "The request body is too large.";
            case 415 -> "The request's content type is not supported here.";
            case 429 -> "Too many requests.";
            case 503 -> "A service that this needs is not available; try again shortly.";
            default -> "Something went wrong on our side.";
        };
    }
}
