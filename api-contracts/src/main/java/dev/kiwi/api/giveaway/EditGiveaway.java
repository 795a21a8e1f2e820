package dev.kiwi.api.giveaway;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Changes a giveaway that is not over; what is null stays. Leads to {@link GiveawayEvent.GiveawayEdited}, or to nothing when
 * nothing would change; refused with {@code bad_request} once it is over or being drawn, when it would end before it starts,
 * and when the other drawer has no prize left.
 *
 * @param description blank for none
 * @param drawer whose prize it is to be
 */
public record EditGiveaway(
        String giveawayId,
        @Nullable String title,
        @Nullable String description,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Drawer drawer) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return GiveawayKey.of(giveawayId);
    }

    /** @param name of the drawer */
    public record Drawer(String id, String name) {}
}
