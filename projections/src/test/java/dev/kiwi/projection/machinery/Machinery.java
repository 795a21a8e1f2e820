package dev.kiwi.projection.machinery;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Real Postgres (a database of its own), a Mongo-wire server and an event store; nodes are started on them. */
final class Machinery implements AutoCloseable {
    private static final EmbeddedPostgres POSTGRES = startPostgres();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    final HikariDataSource dataSource;
    final JdbcClient jdbc;
    /** What nodes get; the same database. */
    DataSource nodeDataSource;

    final MongoDatabase mongo;
    final Serializer serializer = Jackson3Serializer.builder().build();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final FailingCommits transactionManager;
    final ReadModelChanges changes = new ReadModelChanges();
    EventStore store;
    Clock clock = Clock.systemUTC();
    Duration stopWithin = ProjectionSettings.STOP_WITHIN;
    private final String database;
    private final MongoServer mongoServer;
    private final MongoClient mongoClient;
    private final List<Node> nodes = new ArrayList<>();

    Machinery() {
        database = "machinery_" + DATABASES.incrementAndGet();
        JdbcClient.create(POSTGRES.getPostgresDatabase())
                .sql("create database " + database)
                .update();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(POSTGRES.getJdbcUrl("postgres", database));
        config.setMaximumPoolSize(16);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        dataSource = new HikariDataSource(config);
        jdbc = JdbcClient.create(dataSource);
        nodeDataSource = dataSource;
        mongoServer = new MongoServer(H2Backend.inMemory());
        var address = mongoServer.bind();
        mongoClient = MongoClients.create("mongodb://" + address.getHostString() + ":" + address.getPort());
        mongo = mongoClient.getDatabase("kiwi");
        transactionManager = new FailingCommits(dataSource);
        new MachinerySchema(dataSource);
        engine().createSchema(PostgresEventTableFactory.INSTANCE);
        reopenStore();
        Ledger.JAVA_FAILS.clear();
        Ledger.SQL_FAILS.clear();
    }

    private static EmbeddedPostgres startPostgres() {
        try {
            return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JdbcEventStorageEngine engine() {
        return JdbcEventStorageEngine.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
                .transactionManager(new SpringTransactionManager(new JdbcTransactionManager(dataSource)))
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .batchSize(1000)
                .build();
    }

    /** Without what the old one had cached. */
    void reopenStore() {
        store = EmbeddedEventStore.builder().storageEngine(engine()).build();
    }

    /** @return position of the last one */
    long deposit(String account, long... amounts) {
        store.publish(IntStream.range(0, amounts.length)
                .mapToObj(i -> event(account, new Deposited(account, amounts[i])))
                .toList());
        return head();
    }

    private GenericDomainEventMessage<Object> event(String account, Object payload) {
        // The store's unique key wants a number per aggregate; the order of events is the store's.
        return new GenericDomainEventMessage<>("account", "account:" + account, SEQUENCE.incrementAndGet(), payload);
    }

    private static final AtomicInteger SEQUENCE = new AtomicInteger();

    long rename(String account) {
        store.publish(event(account, new Renamed(account, "new")));
        return head();
    }

    void renames(int count) {
        store.publish(IntStream.range(0, count)
                .mapToObj(i -> event("r" + i, new Renamed("r" + i, "new")))
                .toList());
    }

    void deposits(int accounts, int count) {
        List<GenericDomainEventMessage<Object>> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String account = "a" + i % accounts;
            events.add(event(account, new Deposited(account, 1)));
            if (events.size() == 1000 || i == count - 1) {
                store.publish(events);
                events.clear();
            }
        }
    }

    long head() {
        return store.createHeadToken().position().orElseThrow();
    }

    FailingCommits transactionManagerOf(DataSource nodes) {
        return nodes == dataSource ? transactionManager : new FailingCommits(nodes);
    }

    /** As when Postgres restarts. */
    void dropConnections() {
        JdbcClient.create(POSTGRES.getPostgresDatabase())
                .sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = ?")
                .param(database)
                .query((_, _) -> true)
                .list();
    }

    Node node(ProjectionDefinition... definitions) {
        return node(true, definitions);
    }

    Node node(boolean runsProcessors, ProjectionDefinition... definitions) {
        ProjectionSettings settings = new ProjectionSettings(
                runsProcessors,
                UUID.randomUUID().toString(),
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                stopWithin);
        Node node = new Node(this, settings, List.of(definitions));
        nodes.add(node);
        return node;
    }

    void forget(Node node) {
        nodes.remove(node);
    }

    List<String> entries(String schema) {
        return jdbc.sql("select account || '=' || total from \"%s\".entry order by account".formatted(schema))
                .query(String.class)
                .list();
    }

    long count(String sql) {
        return jdbc.sql("select count(*) from " + sql).query(Long.class).single();
    }

    @Override
    public void close() {
        List.copyOf(nodes).forEach(Node::close);
        mongoClient.close();
        mongoServer.shutdownNow();
        dataSource.close();
        // One by one: deleting all of them in the JVM's shutdown hook takes longer than Surefire waits.
        JdbcClient.create(POSTGRES.getPostgresDatabase())
                .sql("drop database " + database + " with (force)")
                .update();
    }

    /** A crash between the last statement and the commit, as often as it is told. */
    static final class FailingCommits extends JdbcTransactionManager {
        final AtomicInteger failures = new AtomicInteger();

        FailingCommits(DataSource dataSource) {
            super(dataSource);
        }

        @Override
        protected void doCommit(org.springframework.transaction.support.DefaultTransactionStatus status) {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                doRollback(status);
                throw new org.springframework.transaction.TransactionSystemException("killed at commit");
            }
            super.doCommit(status);
        }
    }
}
