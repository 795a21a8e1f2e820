package dev.kiwi.query.audit;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads whole events back from the event store. */
public interface StoredEvents {
    /** The events at these positions; a position without an event is left out. */
    Map<Long, StoredEvent> at(Collection<Long> positions);

    /**
     * @param sequence in its aggregate, from 0
     * @param ip of who acted; null when unknown or erased
     * @param payload decoded and brought to its newest revision; erased personal data is null
     */
    record StoredEvent(
            long position, long sequence, @Nullable String ip, Object payload) {}
}
