package dev.kiwi.api.kernel;

import java.util.Locale;

/** The slugs of the error envelope with their usual HTTP status (platform.md 1.5). */
public enum ErrorCode {
    BAD_REQUEST(400),
    VALIDATION_ERROR(422),
    NOT_AUTHENTICATED(401),
    INVALID_CREDENTIALS(401),
    SECOND_FACTOR_REQUIRED(401),
    CAPTCHA_FAILED(400),
    FORBIDDEN(403),
    STEP_UP_REQUIRED(403),
    NOT_FOUND(404),
    NOT_PUBLIC(403),
    CONFLICT(409),
    PRECONDITION_FAILED(412),
    IDEMPOTENCY_KEY_REUSED(422),
    EMAIL_TAKEN(409),
    EMAIL_UNVERIFIED(403),
    DISPOSABLE_EMAIL(400),
    PASSWORD_BREACHED(400),
    ACCOUNT_LOCKED(429),
    INSUFFICIENT_SCOPE(403),
    IP_NOT_ALLOWED(403),
    RATE_LIMITED(429),
    METHOD_NOT_ALLOWED(405),
    SERVICE_UNAVAILABLE(503),
    INTERNAL_ERROR(500);

    private final int status;

    ErrorCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** The text that clients branch on, for example {@code not_found}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
