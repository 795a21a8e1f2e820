package dev.kiwi.api.siteuser;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Bars a site user from signing in and ends all sessions. Leads to {@link SiteUserEvent.SiteUserDeactivated}, or to
 * nothing when that is so.
 */
public record DeactivateSiteUser(String siteUserId) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SiteUserKey.of(siteUserId);
    }
}
