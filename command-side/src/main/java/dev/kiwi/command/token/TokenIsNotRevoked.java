package dev.kiwi.command.token;

import dev.kiwi.api.kernel.Rule;
import dev.kiwi.api.token.Revocation;
import org.jspecify.annotations.Nullable;

/** A revocation is for good. @param revocation null while there is none */
record TokenIsNotRevoked(@Nullable Revocation revocation) implements Rule {
    @Override
    public boolean isViolated() {
        return revocation != null;
    }

    @Override
    public String message() {
        return "This token is revoked for good; mint another one.";
    }
}
