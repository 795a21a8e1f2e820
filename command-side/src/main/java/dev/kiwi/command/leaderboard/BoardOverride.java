package dev.kiwi.command.leaderboard;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.leaderboard.LeaderboardEvent.ResetKindOverridden;
import dev.kiwi.api.leaderboard.OverrideResetKind;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** What administrators say of one board. That there is such a board is known to the read model alone: captures tell of it. */
final class BoardOverride {
    @AggregateIdentifier
    private @Nullable String boardId;

    /** For Axon, before the first event is applied. */
    BoardOverride() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(OverrideResetKind command, Clock clock) {
        Refusal.ifViolated(new ResetKindIsKnown(command.resetKind()));
        apply(new ResetKindOverridden(
                command.boardId(),
                command.uuid(),
                command.resetKind(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    @EventSourcingHandler
    void evolve(ResetKindOverridden event) {
        boardId = event.boardId();
    }
}
