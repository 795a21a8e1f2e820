package dev.kiwi.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The stores of a test JVM: one instance each, started when first asked for, in a temporary directory that goes with
 * the JVM. Not durable.
 */
public final class TestStores {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final StoreSettings SETTINGS = settings();
    private static @Nullable PostgresStore postgres;
    private static @Nullable RedisStore redis;
    private static @Nullable MongoStore mongo;

    private TestStores() {}

    /** An empty database of its own, made in some ten milliseconds. */
    public static Database freshDatabase() {
        PostgresStore server = postgres();
        String name = "t" + NUMBER.incrementAndGet();
        try (var connection = server.dataSource("postgres").getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new StoreException("Cannot create a test database", e);
        }
        return new Database(server.jdbcUrl(name), server.user(), server.password(), server.dataSource(name));
    }

    /**
     * @param dataSource opens a connection each time; no pool
     */
    public record Database(String jdbcUrl, String user, String password, PGSimpleDataSource dataSource) {}

    public static synchronized PostgresStore postgres() {
        if (postgres == null) {
            postgres = PostgresStore.start(SETTINGS);
        }
        return postgres;
    }

    /** One Redis for the JVM; a test that needs it empty prefixes its keys or flushes. */
    public static synchronized RedisStore redis() {
        if (redis == null) {
            redis = RedisStore.start(SETTINGS);
        }
        return redis;
    }

    public static synchronized MongoStore mongo() {
        if (mongo == null) {
            mongo = MongoStore.start(SETTINGS);
        }
        return mongo;
    }

    /** A database name that no other test of this JVM uses. */
    public static String freshMongoName() {
        return "t" + NUMBER.incrementAndGet();
    }

    private static StoreSettings settings() {
        try {
            Path home = Folders.privately(
                    Path.of(System.getProperty("java.io.tmpdir"), "kiwi-test-" + System.getProperty("user.name")));
            TestLeftovers.sweep(home);
            Path data = Files.createTempDirectory(home, "run-");
            DataDirectoryLock lock = DataDirectoryLock.take(data);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(data, lock), "test-stores"));
            return new StoreSettings(data, StoreSettings.programs(data), 0, 0, 0, 64, false);
        } catch (IOException e) {
            throw new StoreException("Cannot make a directory for test stores", e);
        }
    }

    private static synchronized void stop(Path data, DataDirectoryLock lock) {
        if (mongo != null) {
            mongo.close();
        }
        if (redis != null) {
            redis.close();
        }
        if (postgres != null) {
            postgres.abort();
        }
        try (lock) {
            Folders.delete(data);
        } catch (IOException e) {
            throw new StoreException("Cannot delete " + data, e);
        }
    }
}
