package dev.kiwi.api.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Links a GitHub account whose verified address is the account's (platform.md 5). Leads to
 * {@link AccountEvent.GithubLinked}, or to nothing when that one is linked already; refused with {@code conflict} when
 * the account has another address by now, or another account has the GitHub account.
 *
 * <p>An account that nobody had verified may be somebody else's guess of the address (ruling 4): its password, sessions
 * and API tokens are void with the same commit, which is {@link AccountEvent.PasswordReplaced} too. Answers with true
 * then, so that what else was set up before can be cleared away.
 *
 * @param githubId decimal digits
 * @param email as GitHub has verified it
 * @param unusablePassword Argon2id text that no password leads to, for an account that nobody had verified
 */
public record LinkGithub(String accountId, String githubId, EmailAddress email, String unusablePassword) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return AccountKey.of(accountId);
    }

    /** Leaves the person out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "LinkGithub[" + accountId + "]";
    }
}
