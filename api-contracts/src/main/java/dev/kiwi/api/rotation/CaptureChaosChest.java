package dev.kiwi.api.rotation;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * A bot has seen what this week's chaos chest holds. Leads to {@link RotationEvent.ChaosChestCaptured}; refused with
 * {@code bad_request} for a blank name. Answers with {@link Captured}.
 *
 * @param at when it was seen; null for now
 */
public record CaptureChaosChest(String name, @Nullable Instant at) {
    public CaptureChaosChest(String name) {
        this(name, null);
    }

    @TargetAggregateIdentifier
    public String aggregateId() {
        return RotationKey.CHAOS_CHEST;
    }
}
