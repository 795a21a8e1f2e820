package dev.kiwi.api.giveaway;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Draws the winner among the entries, which have to be closed. Leads to {@link GiveawayEvent.GiveawayDrawn}, or to {@link
 * GiveawayEvent.GiveawayClosed} without an entry; refused with {@code bad_request} for a giveaway that is over.
 */
public record DrawGiveaway(String giveawayId) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return GiveawayKey.of(giveawayId);
    }
}
