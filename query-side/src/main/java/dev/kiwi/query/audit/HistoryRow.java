package dev.kiwi.query.audit;

import dev.kiwi.api.audit.HistoryItem;
import dev.kiwi.query.audit.StoredEvents.StoredEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row of {@code audit.history}. */
record HistoryRow(
        long position,
        String eventId,
        Instant at,
        String context,
        String type,
        String revision,
        String entity,
        HistoryItem.Actor actor,
        @Nullable String requestId,
        @Nullable String correlationId,
        @Nullable String causationId) {

    static HistoryRow of(ResultSet row) throws SQLException {
        return new HistoryRow(
                row.getLong("position"),
                row.getString("event_id"),
                row.getTimestamp("at").toInstant(),
                row.getString("context"),
                row.getString("type"),
                row.getString("revision"),
                row.getString("entity"),
                new HistoryItem.Actor(row.getString("actor_kind"), row.getString("actor_id")),
                row.getString("request_id"),
                row.getString("correlation_id"),
                row.getString("causation_id"));
    }

    HistoryItem with(StoredEvent stored) {
        return new HistoryItem(
                position,
                eventId,
                at,
                context,
                type,
                revision,
                entity,
                stored.sequence(),
                actor,
                requestId,
                correlationId,
                causationId,
                stored.ip(),
                stored.payload());
    }
}
