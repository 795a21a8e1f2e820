package dev.kiwi.command.rotation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.rotation.DelveDepths;
import dev.kiwi.api.rotation.RecordDelveWeek;
import dev.kiwi.api.rotation.RotationEvent.DelveWeekConfirmed;
import dev.kiwi.api.rotation.RotationEvent.DelveWeekRecorded;
import dev.kiwi.api.rotation.RotationKey;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The delves of a week. */
final class StoredDelveWeek {
    @AggregateIdentifier
    private @Nullable String key;

    private @Nullable DelveDepths depths;

    /** For Axon, before the first event is applied. */
    StoredDelveWeek() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RecordDelveWeek command, Clock clock) {
        DelveDepths fetched = command.depths();
        DelveDepths known = depths;
        Refusal.ifViolated(new DepthsFitIntoAnEvent(fetched));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // Nothing is no knowledge: it neither replaces a week nor makes or confirms one.
        if (fetched.count() == 0) {
            return;
        }
        if (fetched.equals(known)) {
            apply(new DelveWeekConfirmed(command.week(), now));
        } else {
            apply(new DelveWeekRecorded(command.week(), fetched.total(), fetched.count(), fetched.packed(), now));
        }
    }

    @EventSourcingHandler
    void evolve(DelveWeekRecorded event) {
        key = RotationKey.delveWeek(event.week());
        depths = new DelveDepths(event.total(), event.count(), event.packed());
    }
}
