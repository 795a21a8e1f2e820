package dev.kiwi.api.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Creates an account. Leads to {@link AccountEvent.AccountRegistered}; refused with {@code email_taken} when another
 * account holds the address.
 *
 * @param accountId 24 lower-case hex digits, chosen by the sender
 * @param passwordHash Argon2id text, never the password
 */
public record RegisterAccount(
        String accountId,
        EmailAddress email,
        @Nullable String displayName,
        String passwordHash,
        boolean verified,
        boolean superuser) {

    @TargetAggregateIdentifier
    public String aggregateId() {
        return AccountKey.of(accountId);
    }
}
