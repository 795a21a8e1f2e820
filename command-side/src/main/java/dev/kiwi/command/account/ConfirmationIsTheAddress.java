package dev.kiwi.command.account;

import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.api.kernel.Rule;
import org.jspecify.annotations.Nullable;

/** Whoever deletes an account has typed its address. */
record ConfirmationIsTheAddress(
        EmailAddress confirmation, @Nullable String email) implements Rule {
    @Override
    public boolean isViolated() {
        return !confirmation.text().equals(email);
    }

    @Override
    public String message() {
        return "The confirmation is not this account's email address.";
    }

    /** Leaves the address out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "ConfirmationIsTheAddress[hidden]";
    }
}
