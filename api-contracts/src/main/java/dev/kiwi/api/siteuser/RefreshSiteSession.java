package dev.kiwi.api.siteuser;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges a session's refresh token for the next one, by the rules of the portal's sessions. Answers with a {@code
 * Boolean}: true, and {@link SiteUserEvent.SiteSessionRefreshed} has happened; false, and the caller has no valid token.
 * False is also the answer for a token that was exchanged before; more than ten seconds after that it also leads to
 * {@link SiteUserEvent.SiteRefreshTokenReused} and {@link SiteUserEvent.SiteSessionRevoked}.
 *
 * @param presentedHash SHA-256 of the refresh token that was presented
 * @param nextHash SHA-256 of the one that takes its place
 */
public record RefreshSiteSession(
        String sessionId,
        String presentedHash,
        String nextHash,
        @Nullable String device) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SiteSessionKey.of(sessionId);
    }
}
