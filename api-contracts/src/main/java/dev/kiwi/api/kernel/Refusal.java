package dev.kiwi.api.kernel;

import org.jspecify.annotations.Nullable;

/**
 * A request that is understood and refused. The web turns it into the error envelope: {@link #code()} gives slug and
 * status, the message is what the client reads, {@link #details()} any JSON-able value.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient @Nullable Object details;

    public Refusal(ErrorCode code, String message) {
        this(code, message, null);
    }

    public Refusal(ErrorCode code, String message, @Nullable Object details) {
        // A refusal is an answer, not a fault: no stack trace.
        super(message, null, false, false);
        this.code = code;
        this.details = details;
    }

    public ErrorCode code() {
        return code;
    }

    public @Nullable Object details() {
        return details;
    }

    /** Throws the refusal of the first violated rule; returns when none is. */
    public static void ifViolated(Rule... rules) {
        for (Rule rule : rules) {
            if (rule.isViolated()) {
                throw new Refusal(rule.code(), rule.message());
            }
        }
    }
}
