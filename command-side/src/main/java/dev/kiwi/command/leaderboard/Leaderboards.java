package dev.kiwi.command.leaderboard;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.kiwi.api.leaderboard.LeaderboardEvent.LeaderboardsReset;
import dev.kiwi.api.leaderboard.ResetLeaderboards;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** The leaderboards as a whole: counts how often they were reset. A capture belongs to one such epoch. */
final class Leaderboards {
    @AggregateIdentifier
    private String id = "";

    private long epoch;

    /** For Axon, before the first event is applied. */
    Leaderboards() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ResetLeaderboards command, Clock clock) {
        apply(new LeaderboardsReset(
                command.leaderboardsId(),
                epoch + 1,
                command.dropBoards(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    @EventSourcingHandler
    void evolve(LeaderboardsReset event) {
        id = event.leaderboardsId();
        epoch = event.epoch();
    }
}
