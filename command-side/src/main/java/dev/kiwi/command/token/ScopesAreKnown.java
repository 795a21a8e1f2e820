package dev.kiwi.command.token;

import dev.kiwi.api.kernel.Rule;
import dev.kiwi.api.token.ScopeMask;

/** A token carries only scopes that exist. */
record ScopesAreKnown(long scopes) implements Rule {
    @Override
    public boolean isViolated() {
        return !ScopeMask.valid(scopes);
    }

    @Override
    public String message() {
        return "The scope mask has bits that no scope has; GET /config lists the scopes.";
    }
}
