package dev.kiwi.command.account;

import dev.kiwi.api.kernel.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A link that changes the address belongs to the address that the account had when the link was made, and to the hands
 * that it was in.
 */
record EmailIsTheProvenOne(String proof, @Nullable String emailProof) implements Rule {
    @Override
    public boolean isViolated() {
        return !Fingerprint.matches(proof, emailProof);
    }

    @Override
    public String message() {
        return "This link is not valid any more; ask for another one.";
    }

    /** Leaves the address out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "EmailIsTheProvenOne[hidden]";
    }
}
