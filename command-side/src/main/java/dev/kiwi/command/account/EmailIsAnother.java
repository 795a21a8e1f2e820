package dev.kiwi.command.account;

import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.api.kernel.Rule;
import org.jspecify.annotations.Nullable;

/** A change of the address changes it. */
record EmailIsAnother(@Nullable String email, EmailAddress asked) implements Rule {
    @Override
    public boolean isViolated() {
        return asked.text().equals(email);
    }

    @Override
    public String message() {
        return "This is the account's address already.";
    }

    /** Leaves the address out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "EmailIsAnother[hidden]";
    }
}
