package dev.kiwi.api.siteuser;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Has a known site user follow what Discord says now. Leads to {@link SiteUserEvent.DiscordProfileChanged} and {@link
 * SiteUserEvent.UsernameChanged} where that is something new, and to nothing for one who is deactivated. Answers with a
 * {@link SiteStanding}.
 */
public record RecogniseSiteUser(String siteUserId, DiscordProfile profile) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SiteUserKey.of(siteUserId);
    }
}
