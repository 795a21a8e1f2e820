package dev.kiwi.api.siteuser;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Lets a site user sign in again. Leads to {@link SiteUserEvent.SiteUserActivated}, or to nothing when that is so.
 */
public record ActivateSiteUser(String siteUserId) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SiteUserKey.of(siteUserId);
    }
}
