package dev.kiwi.command.status;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.status.RecordServerStatus;
import dev.kiwi.api.status.StatusEvent.StatusChanged;
import dev.kiwi.api.status.Verdict;
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

/** One of the game's servers, as it stood last. The probes themselves are no events. */
final class WatchedServer {
    @AggregateIdentifier
    private @Nullable String identifier;

    private String status = Verdict.UNKNOWN.key();
    private Instant changedAt = Instant.EPOCH;

    /** For Axon, before the first event is applied. */
    WatchedServer() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RecordServerStatus command, Clock clock) {
        Verdict verdict = command.verdict();
        Refusal.ifViolated(new VerdictIsKnown(verdict));
        Instant at = Objects.requireNonNullElseGet(command.at(), clock::instant).truncatedTo(ChronoUnit.MILLIS);
        if (!verdict.key().equals(status) && !at.isBefore(changedAt)) {
            apply(new StatusChanged(command.environment().key(), verdict.key(), verdict == Verdict.ONLINE, at));
        }
    }

    @EventSourcingHandler
    void evolve(StatusChanged event) {
        identifier = RecordServerStatus.keyOf(event.environment());
        status = event.status();
        changedAt = event.changedAt();
    }
}
