package dev.kiwi.command.account;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;

/** A second factor is made once, and has recovery codes while it is there. */
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
