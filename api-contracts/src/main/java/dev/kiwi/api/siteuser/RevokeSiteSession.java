package dev.kiwi.api.siteuser;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ends a session: its refresh token is dead at once. Leads to {@link SiteUserEvent.SiteSessionRevoked}, or to nothing when
 * it is revoked; refused with {@code not_found} when it is not the site user's.
 */
public record RevokeSiteSession(String sessionId, String siteUserId) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SiteSessionKey.of(sessionId);
    }
}
