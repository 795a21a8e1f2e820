package dev.kiwi.query.audit;

import java.time.Instant;
import java.util.List;

/** Reads the whole past of one entity back from the event store. */
public interface PastEvents {
    /** Oldest first; empty when there is no such entity. @param entity stored identifier, for example {@code token:65f0...} */
    List<PastEvent> of(String entity);

    /** @param event of its context's sealed type; erased personal data is null */
    record PastEvent(Instant at, Object event) {}
}
