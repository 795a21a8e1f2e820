package dev.kiwi.api.siteuser;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Logs a site user out everywhere, at once. Leads to {@link SiteUserEvent.SiteSessionsVoided}.
 */
public record VoidSiteSessions(String siteUserId) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SiteUserKey.of(siteUserId);
    }
}
