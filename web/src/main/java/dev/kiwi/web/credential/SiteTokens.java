package dev.kiwi.web.credential;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Signs and verifies the access tokens of site users: as those of accounts, under the same keys, but with {@code kind}
 * {@code site} and an audience of their own, so that neither opens what is the other's (site-users.md 5).
 */
public final class SiteTokens {
    private static final String KIND = "site";
    private static final String AUDIENCE = "/v1/site-auth";

    private final SessionTokens tokens;

    SiteTokens(SigningKeys keys, String issuer, Duration lifetime, Clock clock) {
        this.tokens = new SessionTokens(
                keys, new ClaimRules(issuer, issuer + AUDIENCE, KIND, SessionTokens.ACCESS, lifetime, clock));
    }

    /** Whom a token speaks for. @param version the site user's token version at the time of signing */
    public record Claim(String siteUserId, int version, String sessionId) {}

    public Duration lifetime() {
        return tokens.lifetime();
    }

    /** May block. */
    public String issue(Claim claim) {
        return tokens.issue(new SessionTokens.Claim(claim.siteUserId(), claim.version(), claim.sessionId()));
    }

    /** Empty when anything about the token is not right. May block. */
    public Optional<Claim> verify(String bearer) {
        return tokens.verify(bearer).map(claim -> new Claim(claim.accountId(), claim.version(), claim.sessionId()));
    }

    /** True when {@link #verify} will answer from memory, without blocking. */
    boolean isRemembered(String bearer) {
        return tokens.isRemembered(bearer);
    }

    /** Has signatures checked again; the keys are other ones. */
    void forget() {
        tokens.forget();
    }
}
