package dev.kiwi.api.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event with all that is remembered of it.
 *
 * @param position in the event store
 * @param entity stored identifier of the aggregate
 * @param sequence of the event in its aggregate, from 0
 * @param causationId id of the event that led to this one; null when a request did
 * @param ip of who acted; null when unknown or erased
 * @param payload the decoded event, any JSON-able value; personal data reads as null once its key is destroyed
 */
public record HistoryItem(
        long position,
        String id,
        Instant at,
        String context,
        String type,
        String revision,
        String entity,
        long sequence,
        Actor actor,
        @Nullable String requestId,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable String ip,
        @Nullable Object payload) {

    public record Actor(@Nullable String kind, @Nullable String id) {}
}
