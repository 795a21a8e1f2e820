package dev.kiwi.web.cli;

import dev.kiwi.embedded.DataDirectoryLock;
import dev.kiwi.embedded.PostgresStore;
import dev.kiwi.embedded.StoreException;
import dev.kiwi.embedded.StoreSettings;
import dev.kiwi.web.app.PostgresAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The Postgres of a data directory, whether its Kiwi runs or not: an external one, the one that is up, or one that is
 * started for this command and stopped after it.
 */
final class EventStoreAccess implements AutoCloseable {
    private final DataSource dataSource;
    private final @Nullable PostgresStore started;
    private final @Nullable DataDirectoryLock lock;

    private EventStoreAccess(DataSource dataSource, @Nullable PostgresStore started, @Nullable DataDirectoryLock lock) {
        this.dataSource = dataSource;
        this.started = started;
        this.lock = lock;
    }

    static EventStoreAccess of(Invocation invocation) {
        return external(invocation)
                .map(source -> new EventStoreAccess(source, null, null))
                .orElseGet(() -> ofDirectory(invocation.data()));
    }

    /** The database of {@code POSTGRES_DSN}; empty when that is not set. */
    static Optional<DataSource> external(Invocation invocation) {
        String address = invocation.environment().getOrDefault("POSTGRES_DSN", "");
        return address.isBlank() ? Optional.empty() : Optional.of(dataSource(PostgresAddress.parse(address)));
    }

    static EventStoreAccess ofDirectory(Path data) {
        if (!Files.isDirectory(data.resolve("postgres"))) {
            throw new Failure("There is no Kiwi data in " + data);
        }
        DataDirectoryLock lock = DataDirectoryLock.tryTake(data);
        try {
            StoreSettings settings = StoreSettings.in(data);
            PostgresStore store = lock == null ? PostgresStore.running(settings) : PostgresStore.start(settings);
            return new EventStoreAccess(store.dataSource(store.user()), lock == null ? null : store, lock);
        } catch (StoreException e) {
            if (lock != null) {
                lock.close();
            }
            throw new Failure(String.valueOf(e.getMessage()), e);
        }
    }

    private static DataSource dataSource(PostgresAddress address) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address.jdbcUrl());
        source.setUser(address.user());
        source.setPassword(address.password());
        return source;
    }

    DataSource dataSource() {
        return dataSource;
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
        if (lock != null) {
            lock.close();
        }
    }
}
