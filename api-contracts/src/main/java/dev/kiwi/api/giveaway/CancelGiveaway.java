package dev.kiwi.api.giveaway;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Calls a giveaway off; its prize is free again. Leads to {@link GiveawayEvent.GiveawayCancelled}, or to nothing when it is
 * cancelled already; refused with {@code bad_request} once there is an outcome.
 */
public record CancelGiveaway(String giveawayId) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return GiveawayKey.of(giveawayId);
    }
}
