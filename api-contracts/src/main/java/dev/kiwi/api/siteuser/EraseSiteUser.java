package dev.kiwi.api.siteuser;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ends a site user for good and makes the personal data unreadable. Leads to {@link SiteUserEvent.SiteUserErased}.
 */
public record EraseSiteUser(String siteUserId) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SiteUserKey.of(siteUserId);
    }
}
