package dev.kiwi.web.http;

import java.util.List;
import java.util.Map;

/** An error as clients see it, for the OpenAPI document; made by the code that makes the real ones. */
public final class ErrorExample {
    private static final String REQUEST_ID = "req_0123456789abcdef";

    private ErrorExample() {}

    /** The error envelope of that status. */
    public static Map<String, Object> of(int status) {
        return ErrorWriter.envelope(answer(status), REQUEST_ID);
    }

    private static ErrorAnswer answer(int status) {
        ErrorAnswer usual = ErrorAnswer.ofStatus(status);
        return switch (status) {
            case 422 ->
                ErrorAnswer.validation(List.of(
                        ErrorDetail.at("query", "limit", "must be greater than or equal to 1", "greater_than_equal")));
            case 429 ->
                new ErrorAnswer(status, usual.code(), usual.message(), Map.of("limit", 120, "window_seconds", 60));
            default -> usual;
        };
    }
}
