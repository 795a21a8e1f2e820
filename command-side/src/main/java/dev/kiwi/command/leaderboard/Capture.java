package dev.kiwi.command.leaderboard;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.kiwi.api.leaderboard.IngestCapture;
import dev.kiwi.api.leaderboard.LeaderboardEvent.CaptureIngested;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** All boards at one anchor; filing another dump under the anchor replaces the one before. */
final class Capture {
    @AggregateIdentifier
    private String captureId = "";

    private int entries;

    /** For Axon, before the first event is applied. */
    Capture() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    IngestCapture.Ingested decide(IngestCapture command, Clock clock) {
        int replaced = entries;
        apply(new CaptureIngested(
                command.captureId(),
                command.anchor(),
                command.sha256(),
                command.bytes(),
                command.boards(),
                command.entries(),
                replaced,
                command.source(),
                command.backfill(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        return new IngestCapture.Ingested(replaced);
    }

    @EventSourcingHandler
    void evolve(CaptureIngested event) {
        captureId = event.captureId();
        entries = event.entries();
    }
}
