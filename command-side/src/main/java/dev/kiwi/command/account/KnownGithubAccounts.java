package dev.kiwi.command.account;

import dev.kiwi.command.claim.Claims;
import java.util.Optional;

/** Whose a GitHub account is, by the committed truth. Blocks. */
public final class KnownGithubAccounts {
    private final Claims claims;
    private final GithubFingerprints fingerprints;

    public KnownGithubAccounts(Claims claims, GithubFingerprints fingerprints) {
        this.claims = claims;
        this.fingerprints = fingerprints;
    }

    /** Id of the account that it is linked to. @param githubId decimal digits */
    public Optional<String> holder(String githubId) {
        return Optional.ofNullable(AccountClaims.githubHolder(claims, fingerprints.of(githubId)))
                .map(key -> key.substring(key.indexOf(':') + 1));
    }
}
