package dev.kiwi.query.readmodel;

import com.mongodb.client.model.WriteModel;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.projection.machinery.ReadModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.bson.Document;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events in, rows out: feeds a real projector on a real Postgres, without processors around it. */
public final class PostgresReadModel implements ReadModel {
    private final TestStores.Database database;
    private final DataSource projectorSource;
    private final Object projector;
    private final AnnotationEventHandlerAdapter handlers;
    private long position;

    private PostgresReadModel(
            TestStores.Database database, String schema, java.util.function.Function<ReadModel, Object> projector) {
        this.database = database;
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.user());
        source.setPassword(database.password());
        source.setCurrentSchema(schema);
        this.projectorSource = source;
        this.projector = projector.apply(this);
        this.handlers = new AnnotationEventHandlerAdapter(this.projector);
    }

    public static PostgresReadModel in(
            TestStores.Database database,
            String name,
            String ddl,
            java.util.function.Function<ReadModel, Object> projector) {
        PostgresReadModel model = new PostgresReadModel(database, name, projector);
        JdbcClient.create(database.dataSource()).sql("create schema " + name).update();
        Arrays.stream(resource(ddl).split(";"))
                .filter(statement -> !statement.isBlank())
                .forEach(statement -> model.jdbc().sql(statement).update());
        return model;
    }

    /** Position counts up with every event. */
    public void apply(String aggregate, Object event) {
        apply(aggregate, event, Map.of());
    }

    public void apply(String aggregate, Object event, Map<String, ?> metadata) {
        EventMessage<?> message = new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(position++),
                new GenericDomainEventMessage<>("type", aggregate, 0, event).withMetaData(metadata));
        DefaultUnitOfWork.startAndGet(message).execute(() -> handle(message));
    }

    /** As {@link #apply}, under an event id of the test's choosing. */
    public void applyAs(String eventId, String aggregate, Object event, Map<String, ?> metadata) {
        GenericDomainEventMessage<Object> plain = new GenericDomainEventMessage<>(
                "type",
                aggregate,
                0,
                new org.axonframework.messaging.GenericMessage<>(eventId, event, metadata),
                java.time.Instant.parse("2026-11-21T10:00:00Z").plusSeconds(position));
        EventMessage<?> message =
                new GenericTrackedDomainEventMessage<>(new GlobalSequenceTrackingToken(position++), plain);
        DefaultUnitOfWork.startAndGet(message).execute(() -> handle(message));
    }

    private void handle(EventMessage<?> message) {
        try {
            handlers.handle(message);
        } catch (Exception e) {
            throw new AssertionError(projector + " failed on " + message, e);
        }
    }

    public DataSource dataSource() {
        return database.dataSource();
    }

    @Override
    public JdbcClient jdbc() {
        return JdbcClient.create(projectorSource);
    }

    @Override
    public <T> T withConnection(ConnectionWork<T> work) {
        try (Connection connection = projectorSource.getConnection()) {
            return work.run(connection);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void write(String collection, WriteModel<Document> write) {
        throw new UnsupportedOperationException("a Postgres read model");
    }

    @Override
    public void afterCommit(Runnable action) {
        action.run();
    }

    @Override
    public boolean isShadow() {
        return false;
    }

    private static String resource(String path) {
        try (InputStream in = PostgresReadModel.class.getClassLoader().getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
