package dev.kiwi.api.rotation;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * A bot has seen Luxion. Leads to {@link RotationEvent.LuxionSeen} while a run lasts, otherwise to
 * {@link RotationEvent.LuxionRunStarted}. Answers with {@link Captured}.
 */
public record ReportLuxionSighting() {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return RotationKey.LUXION;
    }
}
