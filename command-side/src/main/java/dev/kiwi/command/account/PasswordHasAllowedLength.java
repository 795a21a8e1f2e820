package dev.kiwi.command.account;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;

/** A new password is long enough, and short enough to hash; there are no rules about its characters. */
public record PasswordHasAllowedLength(String password, int shortest) implements Rule {
    private static final int LONGEST = 256;

    @Override
    public boolean isViolated() {
        return password.length() < shortest || password.length() > LONGEST;
    }

    @Override
    public String message() {
        return "A password has " + shortest + " to " + LONGEST + " characters.";
    }

    @Override
    public ErrorCode code() {
        return ErrorCode.VALIDATION_ERROR;
    }

    /** Hides the password, so that it never reaches a log. */
    @Override
    public String toString() {
        return "PasswordHasAllowedLength[" + shortest + "]";
    }
}
