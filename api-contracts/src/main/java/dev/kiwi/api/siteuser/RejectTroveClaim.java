package dev.kiwi.api.siteuser;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * An administrator finds a claim false, which frees the name. Leads to {@link SiteUserEvent.TroveClaimRejected}; refused
 * with {@code not_found} without a claim.
 */
public record RejectTroveClaim(String siteUserId) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SiteUserKey.of(siteUserId);
    }
}
