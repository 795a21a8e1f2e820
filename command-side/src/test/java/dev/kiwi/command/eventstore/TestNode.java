package dev.kiwi.command.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.kiwi.api.kernel.Actor;
import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.command.dispatch.AggregateDefinition;
import dev.kiwi.command.dispatch.AxonCommandConfiguration;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.dispatch.Dispatched;
import dev.kiwi.command.locker.ItemsStoredUpcaster;
import dev.kiwi.command.locker.Locker;
import dev.kiwi.embedded.TestStores;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One node of Kiwi's command side: the real configuration, on a database of the test server. */
public final class TestNode implements AutoCloseable {
    public static final String SECRET = "a secret that only tests know";
    public static final CommandContext CONTEXT = new CommandContext(
            Actor.account("5f0000000000000000000001"), "account:1", "request-1", "correlation-1", null, "203.0.113.7");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final TestStores.Database database;
    private final Path directory;

    /** A node on an own, empty database. */
    public static TestNode start() {
        return start(TestStores.freshDatabase(), Clock.systemUTC());
    }

    /** Another node on the same database, with nothing in memory yet. */
    public TestNode restarted() {
        return start(database, Clock.systemUTC());
    }

    /** A node on an own database, with a bean more. */
    public static TestNode start(Class<?> component) {
        TestStores.Database database = TestStores.freshDatabase();
        return new TestNode(database, pool(database), Clock.systemUTC(), context -> context.register(component));
    }

    /** A node on a database that others may share. */
    public static TestNode start(TestStores.Database database, Clock clock) {
        return new TestNode(database, pool(database), clock, context -> {});
    }

    private static HikariDataSource pool(TestStores.Database database) {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(database.dataSource());
        pool.setMaximumPoolSize(12);
        pool.setConnectionTimeout(2000);
        return new HikariDataSource(pool);
    }

    /** A node whose context holds another event store too. */
    static TestNode start(EventStore intruder) {
        TestStores.Database database = TestStores.freshDatabase();
        try (HikariDataSource dataSource = pool(database)) {
            return new TestNode(
                    database,
                    dataSource,
                    Clock.systemUTC(),
                    context -> context.registerBean(
                            "intruder", EventStore.class, () -> intruder, bean -> bean.setAutowireCandidate(false)));
        }
    }

    private TestNode(
            TestStores.Database database,
            HikariDataSource dataSource,
            Clock clock,
            Consumer<AnnotationConfigApplicationContext> more) {
        this.database = database;
        try {
            directory = Files.createTempDirectory("kiwi-node");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        context.registerBean("dataSource", DataSource.class, () -> dataSource);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(EventStoreProperties.class, () -> EventStoreProperties.in(directory, SECRET));
        context.registerBean(ItemsStoredUpcaster.class, ItemsStoredUpcaster::new);
        context.registerBean("locker", AggregateDefinition.class, () -> new AggregateDefinition<>(Locker.class, 5));
        more.accept(context);
        context.register(AxonCommandConfiguration.class);
        context.refresh();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcClient sql() {
        return JdbcClient.create(bean(DataSource.class));
    }

    public Path directory() {
        return directory;
    }

    /** Sends a command and waits for its answer. @throws RuntimeException the refusal or failure itself */
    public <R> Dispatched<R> send(Object command) {
        try {
            return bean(CommandDispatcher.class)
                    .<R>dispatch(command, CONTEXT)
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** All events of an aggregate, as payloads. */
    public List<Object> eventsOf(String aggregateId) {
        return bean(EventStore.class)
                .readEvents(aggregateId, 0)
                .asStream()
                .<Object>map(EventMessage::getPayload)
                .toList();
    }

    /** All positions in the store, sorted. */
    public List<Long> positions() {
        return sql().sql("select global_index from es.event order by 1")
                .query(Long.class)
                .list();
    }

    @Override
    public void close() {
        HikariDataSource dataSource = (HikariDataSource) bean(DataSource.class);
        context.close();
        dataSource.close();
    }
}
