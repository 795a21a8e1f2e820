package dev.kiwi.api.siteuser;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes the claim of a name back. Leads to {@link SiteUserEvent.TroveNameReleased}, or to nothing without a claim.
 */
public record ReleaseTroveName(String siteUserId) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SiteUserKey.of(siteUserId);
    }
}
