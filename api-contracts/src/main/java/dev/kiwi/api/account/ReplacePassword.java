package dev.kiwi.api.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Sets a new password and voids every session token. Leads to {@link AccountEvent.PasswordReplaced}; refused with
 * {@code invalid_credentials} (for {@link PasswordCause#CHANGED}) or {@code bad_request} when the password is no longer
 * the one that the sender has a proof of. Answers with a {@link ReplacedPassword}.
 *
 * @param passwordHash Argon2id text, never the password
 * @param proof fingerprint of the hash that is replaced; null for who needs none
 */
public record ReplacePassword(
        String accountId,
        String passwordHash,
        PasswordCause cause,
        @Nullable String proof) {

    /** What the operator's configuration asks for. */
    public static ReplacePassword byOperator(String accountId, String passwordHash) {
        return new ReplacePassword(accountId, passwordHash, PasswordCause.OPERATOR, null);
    }

    @TargetAggregateIdentifier
    public String aggregateId() {
        return AccountKey.of(accountId);
    }

    /** Leaves the hash out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "ReplacePassword[" + accountId + ", " + cause + "]";
    }
}
