package dev.kiwi.command.eventstore;

import java.util.List;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/** Axon's event store, whose streams can be told from outside that there is something to read. */
final class WokenEventStore extends EmbeddedEventStore {
    WokenEventStore(Builder builder) {
        super(builder);
    }

    void wake() {
        afterCommit(List.of());
    }
}
