package dev.kiwi.api.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Sets a new password and voids every session token. Leads to {@link AccountEvent.PasswordReplaced}.
 *
 * @param passwordHash Argon2id text, never the password
 */
public record ReplacePassword(String accountId, String passwordHash) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return AccountKey.of(accountId);
    }
}
