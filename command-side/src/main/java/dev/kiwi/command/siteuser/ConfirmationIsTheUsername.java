package dev.kiwi.command.siteuser;

import dev.kiwi.api.kernel.Rule;
import org.jspecify.annotations.Nullable;

/** Whoever deletes a site user has typed its name. */
record ConfirmationIsTheUsername(
        String confirmation, @Nullable String username) implements Rule {
    @Override
    public boolean isViolated() {
        return !confirmation.equalsIgnoreCase(username);
    }

    @Override
    public String message() {
        return "The confirmation is not this account's user name.";
    }

    /** Leaves the name out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "ConfirmationIsTheUsername[hidden]";
    }
}
