package dev.kiwi.api.rotation;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * A bot has seen Luxion. Leads to {@link RotationEvent.LuxionSeen} while a run lasts, otherwise to
 * {@link RotationEvent.LuxionRunStarted}. Answers with {@link Captured}.
 *
 * @param at when it was seen; null for now
 */
public record ReportLuxionSighting(@Nullable Instant at) {
    public ReportLuxionSighting() {
        this(null);
    }

    @TargetAggregateIdentifier
    public String aggregateId() {
        return RotationKey.LUXION;
    }
}
