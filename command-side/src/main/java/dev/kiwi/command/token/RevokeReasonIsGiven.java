package dev.kiwi.command.token;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;

/** Whoever revokes a token says why, so that its owner can read it later. */
record RevokeReasonIsGiven(String reason) implements Rule {
    private static final int LONGEST = 200;

    @Override
    public boolean isViolated() {
        return reason.isEmpty() || reason.length() > LONGEST;
    }

    @Override
    public String message() {
        return "A revocation needs a reason of 1 to " + LONGEST + " characters.";
    }

    @Override
    public ErrorCode code() {
        return ErrorCode.VALIDATION_ERROR;
    }
}
