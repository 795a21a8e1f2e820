package dev.kiwi.command.account;

import dev.kiwi.api.account.PasswordCause;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;
import org.jspecify.annotations.Nullable;

/** Of two replacements that rest on the same password, or on the same link, only the first one counts. */
record PasswordIsTheProvenOne(
        @Nullable String proof, @Nullable String passwordHash, PasswordCause cause) implements Rule {
    @Override
    public boolean isViolated() {
        return proof != null && !Fingerprint.matches(proof, passwordHash);
    }

    @Override
    public String message() {
        return cause == PasswordCause.CHANGED
                ? "The current password is wrong."
                : "This link is not valid any more; ask for another one.";
    }

    @Override
    public ErrorCode code() {
        return cause == PasswordCause.CHANGED ? ErrorCode.INVALID_CREDENTIALS : ErrorCode.BAD_REQUEST;
    }

    /** Leaves the hash out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "PasswordIsTheProvenOne[" + cause + "]";
    }
}
