package dev.kiwi.api.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Creates an account. Leads to {@link AccountEvent.AccountRegistered}, and to {@link
 * AccountEvent.VerificationRequested} when its address is not verified; refused with {@code email_taken} when another
 * account holds the address. Answers with the {@link java.time.Instant} of the registration.
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
