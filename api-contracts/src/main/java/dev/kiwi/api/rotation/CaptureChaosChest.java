package dev.kiwi.api.rotation;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * A bot has seen what this week's chaos chest holds. Leads to {@link RotationEvent.ChaosChestCaptured}; refused with
 * {@code bad_request} for a blank name. Answers with {@link Captured}.
 */
public record CaptureChaosChest(String name) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return RotationKey.CHAOS_CHEST;
    }
}
