package dev.kiwi.api.giveaway;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Gives away one prize of a drawer. Leads to {@link GiveawayEvent.GiveawayCreated}; refused with {@code bad_request} when it
 * ends before it starts or before now, and when the drawer has no prize left.
 *
 * @param giveawayId 24 lower-case hex digits, chosen by the sender
 * @param prizeName the name of the drawer
 */
public record CreateGiveaway(
        String giveawayId,
        String title,
        @Nullable String description,
        Instant startsAt,
        Instant endsAt,
        String drawerId,
        String prizeName) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return GiveawayKey.of(giveawayId);
    }
}
