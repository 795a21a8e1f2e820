package dev.kiwi.api.siteuser;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * An administrator finds a claim true. Leads to {@link SiteUserEvent.TroveClaimApproved}, or to nothing when it is
 * approved; refused with {@code not_found} without a claim, and with {@code conflict} when it is of another name.
 *
 * @param troveName that was looked at; null for whichever is claimed now
 */
public record ApproveTroveClaim(String siteUserId, @Nullable String troveName) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SiteUserKey.of(siteUserId);
    }
}
