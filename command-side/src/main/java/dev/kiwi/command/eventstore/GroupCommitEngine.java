package dev.kiwi.command.eventstore;

import dev.kiwi.command.claim.UnitClaims;
import dev.kiwi.command.crypto.UnitErasures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * Axon's JDBC engine for reading and snapshots; appends go to the {@link Appender}. What one unit of work appends is
 * gathered and committed at the very end of it, together with its claims: all or nothing.
 */
public final class GroupCommitEngine extends JdbcEventStorageEngine implements AutoCloseable {
    private static final String STAGED = GroupCommitEngine.class.getName();
    private static final int READ_BATCH = 1_000;
    private static final long NOWHERE = -1;

    private final Appender appender;
    private final EventSerializer serializer;
    private final KnownHead head = new KnownHead();

    public GroupCommitEngine(
            DataSource dataSource,
            EventSerializer serializer,
            EventUpcaster upcasters,
            Clock clock,
            EventStoreProperties properties) {
        super(reading(dataSource, serializer, upcasters));
        this.serializer = serializer;
        this.appender = new Appender(dataSource, clock, head, properties.groupLimit(), properties.appendTimeout());
    }

    private static JdbcEventStorageEngine.Builder reading(
            DataSource dataSource, EventSerializer serializer, EventUpcaster upcasters) {
        var builder = JdbcEventStorageEngine.builder()
                .connectionProvider(new DataSourceConnectionProvider(dataSource))
                .transactionManager(NoTransactionManager.instance())
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .upcasterChain(upcasters)
                .snapshotFilter(snapshot -> serializer
                        .registry()
                        .isCurrentSnapshot(snapshot.getPayload().getType()))
                .schema(EventSchema.builder()
                        .eventTable("es.event")
                        .snapshotTable("es.snapshot")
                        .globalIndexColumn("global_index")
                        .eventIdentifierColumn("event_identifier")
                        .aggregateIdentifierColumn("aggregate_identifier")
                        .sequenceNumberColumn("sequence_number")
                        .typeColumn("type")
                        .timestampColumn("time_stamp")
                        .payloadTypeColumn("payload_type")
                        .payloadRevisionColumn("payload_revision")
                        .payloadColumn("payload")
                        .metaDataColumn("meta_data")
                        .build())
                .readEventDataWithoutGaps(GroupCommitEngine::eventsAfter)
                // Positions are dense, so a gap is nothing to wait for; a jump that a restore left is crossed at once.
                .extendedGapCheckEnabled(true)
                .maxGapOffset(1)
                .finalAggregateBatchPredicate(batch -> batch.size() < READ_BATCH);
        builder.batchSize(READ_BATCH);
        return builder;
    }

    /** Parameters behind a select are unknown to the planner, so that it keeps its plan and does not make one a call. */
    private static PreparedStatement eventsAfter(Connection connection, EventSchema schema, long position, int count)
            throws SQLException {
        PreparedStatement query = connection.prepareStatement("select " + schema.trackedEventFields()
                + " from es.event where global_index > (select ?::bigint) and global_index <= (select ?::bigint)"
                + " order by global_index");
        query.setLong(1, position);
        query.setLong(2, position + count);
        return query;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer ignored) {
        List<NewEvent> serialized =
                events.stream().map(event -> NewEvent.of(event, serializer)).toList();
        if (CurrentUnitOfWork.isStarted()) {
            staged(CurrentUnitOfWork.get().root()).addAll(serialized);
        } else if (!serialized.isEmpty()) {
            CommandScope.appended(appender.append(PendingAppend.of(serialized)));
        }
    }

    /** Makes the unit of work append at its commit, whether it publishes events or only changes claims. */
    public void appendAtCommit(UnitOfWork<?> root) {
        staged(root);
    }

    private List<NewEvent> staged(UnitOfWork<?> root) {
        return root.getOrComputeResource(STAGED, key -> {
            List<NewEvent> events = new ArrayList<>();
            root.onCommit(unit -> commit(unit, events));
            return events;
        });
    }

    private void commit(UnitOfWork<?> unit, List<NewEvent> events) {
        CompanionRow<?> companion = events.isEmpty() ? null : CommandScope.companion(unit);
        PendingAppend append = new PendingAppend(events, UnitClaims.of(unit), UnitErasures.of(unit), companion);
        if (append.isEmpty()) {
            return;
        }
        long position = appender.append(append);
        if (!events.isEmpty()) {
            CommandScope.appended(position);
        }
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken last, int batchSize) {
        long before = head.arrivals();
        // A token with gaps asks for more than what comes after it.
        long position = last instanceof GapAwareTrackingToken token && !token.hasGaps() ? token.getIndex() : NOWHERE;
        if (position != NOWHERE && head.isAt(position)) {
            return List.of();
        }
        List<? extends TrackedEventData<?>> events = super.fetchTrackedEvents(last, batchSize);
        if (position != NOWHERE && events.isEmpty()) {
            head.reached(position, before);
        }
        return events;
    }

    /** @param backend of the server that has notified us of a commit; -1 when it is not known what we have missed */
    void heard(int backend) {
        if (!appender.isOwn(backend)) {
            head.arrived();
        }
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        Optional<DomainEventMessage<?>> snapshot = super.readSnapshot(aggregateIdentifier);
        // Axon reads payloads late; read here, a snapshot that cannot be read is passed over and not fatal.
        snapshot.ifPresent(DomainEventMessage::getPayload);
        return snapshot;
    }

    @Override
    protected Object readTimeStamp(ResultSet result, String column) throws SQLException {
        return result.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    protected TrackedEventData<?> getTrackedEventData(ResultSet result, GapAwareTrackingToken previous)
            throws SQLException {
        TrackedEventData<?> event = super.getTrackedEventData(result, previous);
        return event instanceof TrackedDomainEventData<?> domain
                ? TimedEvent.of(domain, (Instant) readTimeStamp(result, schema().timestampColumn()))
                : event;
    }

    @Override
    protected void writeTimestamp(PreparedStatement statement, int index, Instant time) throws SQLException {
        statement.setObject(index, time.atOffset(ZoneOffset.UTC));
    }

    @Override
    protected PreparedStatement createTokenAt(Connection connection, Instant time) throws SQLException {
        PreparedStatement query =
                connection.prepareStatement("select min(global_index) - 1 from es.event where time_stamp >= ?");
        writeTimestamp(query, 1, time);
        return query;
    }

    /** The writer, for its metrics. */
    Appender appender() {
        return appender;
    }

    /** Commits what waits, then gives the connection back. */
    @Override
    public void close() throws InterruptedException {
        appender.close();
    }
}
