package dev.kiwi.command.account;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;

/** An authenticator is made once, and there are recovery codes while there is a second factor. */
record SecondFactorIs(boolean expected, boolean enabled) implements Rule {
    @Override
    public boolean isViolated() {
        return expected != enabled;
    }

    @Override
    public String message() {
        return enabled
                ? "There is a second factor; disable it before you make another one."
                : "There is no second factor; make one first.";
    }

    @Override
    public ErrorCode code() {
        return ErrorCode.CONFLICT;
    }
}
