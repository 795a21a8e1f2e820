package dev.kiwi.api.siteuser;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ends a site user for good and makes the personal data unreadable. Leads to {@link SiteUserEvent.SiteUserErased}.
 *
 * @param confirmation the user name, typed again
 */
public record EraseSiteUser(String siteUserId, String confirmation) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SiteUserKey.of(siteUserId);
    }

    /** Leaves the name out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "EraseSiteUser[siteUserId=" + siteUserId + "]";
    }
}
