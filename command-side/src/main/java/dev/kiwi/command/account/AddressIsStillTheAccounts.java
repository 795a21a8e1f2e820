package dev.kiwi.command.account;

import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Rule;
import org.jspecify.annotations.Nullable;

/** Only whoever has an account's address now gets in by it; the account may have moved to another one meanwhile. */
record AddressIsStillTheAccounts(
        EmailAddress proven, @Nullable String email) implements Rule {
    @Override
    public boolean isViolated() {
        return !proven.text().equals(email);
    }

    @Override
    public String message() {
        return "The account has another email address by now; try again.";
    }

    @Override
    public ErrorCode code() {
        return ErrorCode.CONFLICT;
    }

    /** Leaves the address out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "AddressIsStillTheAccounts[hidden]";
    }
}
