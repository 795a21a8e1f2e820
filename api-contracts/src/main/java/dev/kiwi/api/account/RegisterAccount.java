package dev.kiwi.api.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Creates an account. Leads to {@link AccountEvent.AccountRegistered}, to {@link AccountEvent.VerificationRequested}
 * when its address is not verified, and to {@link AccountEvent.GithubLinked} when it is made by a login at GitHub;
 * refused with {@code email_taken} when another account holds the address, with {@code conflict} when another one has
 * the GitHub account. Answers with the {@link java.time.Instant} of the registration.
 *
 * @param accountId 24 lower-case hex digits, chosen by the sender
 * @param passwordHash Argon2id text, never the password
 * @param githubId decimal digits; null for an account that is made in another way
 */
public record RegisterAccount(
        String accountId,
        EmailAddress email,
        @Nullable String displayName,
        String passwordHash,
        boolean verified,
        boolean superuser,
        @Nullable String githubId) {

    /** Of somebody who comes with a password. */
    public RegisterAccount(
            String accountId,
            EmailAddress email,
            @Nullable String displayName,
            String passwordHash,
            boolean verified,
            boolean superuser) {
        this(accountId, email, displayName, passwordHash, verified, superuser, null);
    }

    @TargetAggregateIdentifier
    public String aggregateId() {
        return AccountKey.of(accountId);
    }
}
