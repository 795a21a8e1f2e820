package dev.kiwi.command.account;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;

/** Of two first factors that are added at once only one brings recovery codes: those of the other would never be good. */
record CodesAreForTheFirst(int recoveryCodes, boolean first) implements Rule {
    @Override
    public boolean isViolated() {
        return recoveryCodes > 0 && !first;
    }

    @Override
    public String message() {
        return "Another second factor was added at this moment; try again.";
    }

    @Override
    public ErrorCode code() {
        return ErrorCode.CONFLICT;
    }
}
