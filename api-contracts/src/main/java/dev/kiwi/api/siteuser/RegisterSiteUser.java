package dev.kiwi.api.siteuser;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Makes a site user of somebody who signs in for the first time. Leads to {@link SiteUserEvent.SiteUserRegistered};
 * refused with {@code conflict} when another one has the Discord id. Answers with a {@link SiteStanding}.
 *
 * @param siteUserId 24 lower-case hex digits, chosen by the sender
 */
public record RegisterSiteUser(String siteUserId, DiscordProfile profile) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SiteUserKey.of(siteUserId);
    }
}
