package dev.kiwi.api.siteuser;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Forgets a session whose time is over, with all its refresh tokens. Leads to {@link SiteUserEvent.SiteSessionExpired}, or
 * to nothing while its time is not over, and when it is forgotten already.
 *
 * @param refreshTokenHashes of every refresh token that the session ever had
 */
public record ExpireSiteSession(String sessionId, List<String> refreshTokenHashes) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SiteSessionKey.of(sessionId);
    }
}
