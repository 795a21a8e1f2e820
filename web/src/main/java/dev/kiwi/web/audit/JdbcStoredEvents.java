package dev.kiwi.web.audit;

import dev.kiwi.api.kernel.MetadataKeys;
import dev.kiwi.query.audit.StoredEvents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads events back from {@code es.event} as projectors see them: upcast and decrypted as far as keys exist. */
final class JdbcStoredEvents implements StoredEvents {
    private final JdbcClient jdbc;
    private final Serializer serializer;
    private final EventUpcaster upcasters;
    private final ShownEvents shown = new ShownEvents();

    JdbcStoredEvents(JdbcClient jdbc, Serializer serializer, EventUpcaster upcasters) {
        this.jdbc = jdbc;
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    @Override
    public Map<Long, StoredEvent> at(Collection<Long> positions) {
        List<TrackedDomainEventData<byte[]>> rows = jdbc.sql("""
                        select global_index, event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
                            payload_type, payload_revision, payload, meta_data
                        from es.event where global_index = any(:positions)""")
                .param("positions", positions.toArray(Long[]::new))
                .query((row, n) -> entry(row))
                .list();
        Map<Long, StoredEvent> found = new LinkedHashMap<>();
        EventUtils.upcastAndDeserializeTrackedEvents(rows.stream(), serializer, upcasters)
                .forEach(event -> found.putIfAbsent(position(event), decoded(event)));
        return found;
    }

    private static TrackedDomainEventData<byte[]> entry(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("time_stamp");
        TrackingToken token = new GlobalSequenceTrackingToken(row.getLong("global_index"));
        return new TrackedDomainEventData<>(
                token,
                new GenericDomainEventEntry<>(
                        row.getString("type"),
                        row.getString("aggregate_identifier"),
                        row.getLong("sequence_number"),
                        row.getString("event_identifier"),
                        at.toInstant(),
                        row.getString("payload_type"),
                        row.getString("payload_revision"),
                        row.getBytes("payload"),
                        row.getBytes("meta_data")));
    }

    private StoredEvent decoded(TrackedEventMessage<?> event) {
        Object ip = event.getMetaData().get(MetadataKeys.IP);
        long sequence = event instanceof DomainEventMessage<?> domain ? domain.getSequenceNumber() : 0;
        return new StoredEvent(
                position(event), sequence, ip == null ? null : ip.toString(), shown.show(event.getPayload()));
    }

    private static long position(TrackedEventMessage<?> event) {
        return event.trackingToken().position().orElseThrow();
    }
}
