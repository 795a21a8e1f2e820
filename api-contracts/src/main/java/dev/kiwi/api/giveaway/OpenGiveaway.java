package dev.kiwi.api.giveaway;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Opens a giveaway whose time has come. Leads to {@link GiveawayEvent.GiveawayOpened}, or to nothing when it is not due.
 */
public record OpenGiveaway(String giveawayId) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return GiveawayKey.of(giveawayId);
    }
}
