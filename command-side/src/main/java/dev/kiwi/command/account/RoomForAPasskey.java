package dev.kiwi.command.account;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;

/** An account has twenty passkeys at the most. */
record RoomForAPasskey(int held) implements Rule {
    private static final int MOST = 20;

    @Override
    public boolean isViolated() {
        return held >= MOST;
    }

    @Override
    public String message() {
        return "An account has " + MOST + " passkeys at the most; remove one first.";
    }

    @Override
    public ErrorCode code() {
        return ErrorCode.CONFLICT;
    }
}
