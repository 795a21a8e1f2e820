package dev.kiwi.command.ingest;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.kiwi.api.ingest.IngestEvent.SubmissionRecorded;
import dev.kiwi.api.ingest.RecordSubmission;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** One submission of a bot; nothing follows its first event. */
final class Submission {
    @AggregateIdentifier
    private String id = "";

    /** For Axon, before the first event is applied. */
    Submission() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(RecordSubmission command, Clock clock) {
        apply(new SubmissionRecorded(
                command.submissionId(),
                command.endpoint(),
                command.accountId(),
                command.authVia(),
                command.tokenName(),
                command.success(),
                command.summary(),
                command.error(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    @EventSourcingHandler
    void evolve(SubmissionRecorded event) {
        id = event.submissionId();
    }
}
