package dev.kiwi.api.siteuser;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Changes how a site user is shown. Leads to {@link SiteUserEvent.DisplayNameChanged}, or to nothing when it is the same.
 *
 * @param displayName trimmed; null for none
 */
public record ChangeDisplayName(String siteUserId, @Nullable String displayName) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SiteUserKey.of(siteUserId);
    }
}
