package dev.kiwi.api.giveaway;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ends the time to enter, so that what is drawn from is settled. Leads to {@link GiveawayEvent.EntriesClosed}, or to nothing
 * when they are closed already; refused with {@code bad_request} for a giveaway that is over.
 */
public record CloseEntries(String giveawayId) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return GiveawayKey.of(giveawayId);
    }
}
