package dev.kiwi.command.eventstore;

import java.util.ArrayList;
import java.util.List;

/** Whether this node can append events and is told of other nodes' events. */
public final class EventStoreState {
    private final Appender appender;
    private final EventArrivals arrivals;

    EventStoreState(GroupCommitEngine engine, EventArrivals arrivals) {
        this.appender = engine.appender();
        this.arrivals = arrivals;
    }

    public boolean isAppending() {
        return !appender.isFailing();
    }

    public boolean isListening() {
        return arrivals.isListening();
    }

    /** One sentence for each thing that an operator has to see to. */
    public List<String> alarms() {
        List<String> alarms = new ArrayList<>();
        if (!isAppending()) {
            alarms.add(
                    "Appends fail, the last command was not stored: see that Postgres is up, takes connections and has"
                            + " room on its disk; the next command tries again.");
        }
        if (!isListening()) {
            alarms.add(
                    "This node is not told of other nodes' events and sees them up to a second late: see that Postgres"
                            + " takes connections that stay open, not through a pooler of transactions.");
        }
        return alarms;
    }
}
