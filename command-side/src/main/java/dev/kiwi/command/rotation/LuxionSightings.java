package dev.kiwi.command.rotation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.kiwi.api.rotation.Captured;
import dev.kiwi.api.rotation.LuxionRun;
import dev.kiwi.api.rotation.ReportLuxionSighting;
import dev.kiwi.api.rotation.RotationEvent.LuxionRunStarted;
import dev.kiwi.api.rotation.RotationEvent.LuxionSeen;
import dev.kiwi.api.rotation.RotationKey;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** When Luxion was seen; the newest run takes all sightings until it ends. */
final class LuxionSightings {
    private static final String NAME = "luxion";

    @AggregateIdentifier
    private @Nullable String key;

    private @Nullable LuxionRun newest;

    /** For Axon, before the first event is applied. */
    LuxionSightings() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Captured decide(ReportLuxionSighting command, Clock clock) {
        Instant at = Objects.requireNonNullElseGet(command.at(), clock::instant).truncatedTo(ChronoUnit.MILLIS);
        LuxionRun known = newest;
        if (known != null && at.getEpochSecond() < known.time().endsAt()) {
            apply(new LuxionSeen(known.dayAnchor(), at));
            return new Captured(known.dayAnchor(), NAME, true);
        }
        LuxionRun run = LuxionRun.seenAt(at.getEpochSecond());
        apply(new LuxionRunStarted(run.dayAnchor(), at));
        return new Captured(run.dayAnchor(), NAME, false);
    }

    @EventSourcingHandler
    void evolve(LuxionRunStarted event) {
        key = RotationKey.LUXION;
        newest = new LuxionRun(event.dayAnchor());
    }

    @EventSourcingHandler
    void evolve(LuxionSeen event) {
        newest = new LuxionRun(event.dayAnchor());
    }
}
