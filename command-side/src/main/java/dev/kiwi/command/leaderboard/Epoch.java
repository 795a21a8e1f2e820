package dev.kiwi.command.leaderboard;

import dev.kiwi.api.leaderboard.ResetLeaderboards;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** How often the leaderboards were reset: each reset is one event of the one aggregate. */
@Component
public class Epoch {
    private final EventStore events;

    Epoch(EventStore events) {
        this.events = events;
    }

    /** Reads the event store; blocks. */
    public long current() {
        return events.lastSequenceNumberFor(ResetLeaderboards.SINGLETON)
                .map(last -> last + 1)
                .orElse(0L);
    }
}
