package dev.kiwi.api.rotation;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Somebody else says what the chaos chest holds. Leads to {@link RotationEvent.ChaosChestRelayed}, or to nothing when
 * that is what was said before.
 */
public record RelayChaosChest(ChaosChestRelay relay) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return RotationKey.CHAOS_CHEST;
    }
}
