package dev.kiwi.api.kernel;

/** One business rule as one small type whose name is the rule. */
public interface Rule {
    boolean isViolated();

    /** The sentence that the client reads when the rule is violated; says what to do. */
    String message();

    default ErrorCode code() {
        return ErrorCode.BAD_REQUEST;
    }
}
