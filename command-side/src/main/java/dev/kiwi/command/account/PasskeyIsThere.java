package dev.kiwi.command.account;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;
import java.util.Set;

/** A passkey that is used, renamed or removed is one of its account's. */
record PasskeyIsThere(String passkeyId, Set<String> held) implements Rule {
    @Override
    public boolean isViolated() {
        return !held.contains(passkeyId);
    }

    @Override
    public String message() {
        return "There is no such passkey.";
    }

    @Override
    public ErrorCode code() {
        return ErrorCode.NOT_FOUND;
    }
}
