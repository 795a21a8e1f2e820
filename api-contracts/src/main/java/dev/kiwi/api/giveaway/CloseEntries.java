package dev.kiwi.api.giveaway;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ends the time to enter, so that what is drawn from is settled. Leads to {@link GiveawayEvent.EntriesClosed}, or to nothing
 * when they are closed already; refused with {@code bad_request} for a giveaway that is over. Answers whether they are
 * closed now.
 *
 * @param onlyAfterEnd leaves a giveaway alone whose end lies ahead: what said that it is over may not know of an edit yet
 */
public record CloseEntries(String giveawayId, boolean onlyAfterEnd) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return GiveawayKey.of(giveawayId);
    }
}
