package dev.kiwi.api.giveaway;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes part in a giveaway. Leads to {@link GiveawayEvent.EntryAccepted}, or to nothing for somebody who does already; refused
 * with {@code not_found} when there is no such giveaway, with {@code bad_request} while it takes no entries, with {@code
 * conflict} when that has changed just now. Answers with the {@link EntryReceipt}.
 *
 * @param username how the site user is shown
 */
public record EnterGiveaway(String giveawayId, String siteUserId, String username) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return EntryKey.of(giveawayId, siteUserId);
    }
}
