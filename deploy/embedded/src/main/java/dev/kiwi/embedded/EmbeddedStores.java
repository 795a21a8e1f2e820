package dev.kiwi.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stores of one data directory. Which of them run is the caller's choice: an external one is not started. */
public final class EmbeddedStores implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedStores.class);

    private final DataDirectoryLock lock;
    private final StoreGuard guard;
    private final @Nullable PostgresStore postgres;
    private final @Nullable RedisStore redis;
    private final @Nullable MongoStore mongo;

    private EmbeddedStores(
            DataDirectoryLock lock,
            @Nullable PostgresStore postgres,
            @Nullable RedisStore redis,
            @Nullable MongoStore mongo) {
        this.lock = lock;
        this.postgres = postgres;
        this.redis = redis;
        this.mongo = mongo;
        List<Runnable> revivals = new ArrayList<>();
        if (postgres != null) {
            revivals.add(postgres::reviveIfDead);
        }
        if (redis != null) {
            revivals.add(redis::reviveIfDead);
        }
        this.guard = new StoreGuard(revivals);
    }

    /** Which stores to start. */
    public record Wanted(boolean postgres, boolean redis, boolean mongo) {
        public static final Wanted ALL = new Wanted(true, true, true);
    }

    /**
     * Locks the data directory and starts the wanted stores; when one fails, those that run are stopped again.
     *
     * @throws StoreException when the directory is in use or a store does not start
     */
    public static EmbeddedStores start(StoreSettings settings, Wanted wanted) {
        long begin = System.nanoTime();
        DataDirectoryLock lock = DataDirectoryLock.take(settings.data());
        PostgresStore postgres = null;
        RedisStore redis = null;
        MongoStore mongo = null;
        try {
            postgres = wanted.postgres() ? PostgresStore.start(settings) : null;
            redis = wanted.redis() ? RedisStore.start(settings) : null;
            mongo = wanted.mongo() ? MongoStore.start(settings) : null;
        } catch (RuntimeException e) {
            stop(mongo, redis, postgres, lock);
            throw e;
        }
        log.info(
                "Embedded stores are up after {} ms",
                Duration.ofNanos(System.nanoTime() - begin).toMillis());
        return new EmbeddedStores(lock, postgres, redis, mongo);
    }

    public @Nullable PostgresStore postgres() {
        return postgres;
    }

    public @Nullable RedisStore redis() {
        return redis;
    }

    public @Nullable MongoStore mongo() {
        return mongo;
    }

    /** Stops Mongo, Redis, Postgres, in this order, and gives the directory back. */
    @Override
    public void close() {
        stop(guard, mongo, redis, postgres, lock);
    }

    private static void stop(@Nullable AutoCloseable... inOrder) {
        for (AutoCloseable store : inOrder) {
            try {
                if (store != null) {
                    store.close();
                }
            } catch (Exception e) {
                // The others must be stopped all the same.
                log.error("An embedded store did not stop cleanly", e);
            }
        }
    }
}
