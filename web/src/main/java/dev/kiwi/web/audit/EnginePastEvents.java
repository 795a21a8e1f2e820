package dev.kiwi.web.audit;

import dev.kiwi.query.audit.PastEvents;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** Past events as aggregates see them, upcast and decrypted; the engine leaves snapshots out. */
record EnginePastEvents(EventStorageEngine engine) implements PastEvents {
    @Override
    public List<PastEvent> of(String entity) {
        return engine.readEvents(entity)
                .asStream()
                .map(event -> new PastEvent(event.getTimestamp(), event.getPayload()))
                .toList();
    }
}
