package dev.kiwi.api.siteuser;

import java.time.Duration;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Starts a session after a sign-in. Leads to {@link SiteUserEvent.SiteSessionOpened}.
 *
 * @param sessionId 24 lower-case hex digits, chosen by the sender
 * @param tokenVersion the site user's at the sign-in; the session ends with it
 * @param refreshTokenHash SHA-256 of the refresh token, never the token
 * @param lifetime until the session ends, whatever is refreshed meanwhile
 */
public record OpenSiteSession(
        String sessionId,
        String siteUserId,
        int tokenVersion,
        String refreshTokenHash,
        @Nullable String device,
        Duration lifetime) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SiteSessionKey.of(sessionId);
    }
}
