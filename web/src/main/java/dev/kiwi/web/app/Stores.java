package dev.kiwi.web.app;

import dev.kiwi.embedded.EmbeddedStores;
import dev.kiwi.embedded.MongoStore;
import dev.kiwi.embedded.PostgresStore;
import dev.kiwi.embedded.RedisStore;
import dev.kiwi.embedded.StoreSettings;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Addresses of the three stores: external ones as configured, embedded ones once they are up. Destroyed last. */
public final class Stores implements AutoCloseable {
    private final Settings settings;
    private final CompletableFuture<EmbeddedStores> embedded;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Stores(Settings settings, CompletableFuture<EmbeddedStores> embedded) {
        this.settings = settings;
        this.embedded = embedded;
    }

    /** Begins to start what is not external, and returns at once. */
    static Stores starting(Settings settings) {
        EmbeddedStores.Wanted wanted = new EmbeddedStores.Wanted(
                settings.optional("POSTGRES_DSN").isEmpty(),
                settings.optional("REDIS_URL").isEmpty(),
                settings.optional("MONGO_URI").isEmpty());
        CompletableFuture<EmbeddedStores> started = new CompletableFuture<>();
        Thread.ofPlatform().name("embedded-stores").start(() -> {
            try {
                started.complete(EmbeddedStores.start(storeSettings(settings), wanted));
            } catch (RuntimeException e) {
                started.completeExceptionally(e);
            }
        });
        return new Stores(settings, started);
    }

    private static StoreSettings storeSettings(Settings settings) {
        Path data = DataDirectory.of(settings);
        return new StoreSettings(
                data,
                StoreSettings.programs(data),
                settings.number("KIWI_POSTGRES_PORT"),
                settings.number("KIWI_REDIS_PORT"),
                settings.number("KIWI_MONGO_PORT"),
                settings.number("KIWI_POSTGRES_SHARED_BUFFERS_MB"),
                true);
    }

    PostgresAddress postgres() {
        return settings.optional("POSTGRES_DSN").map(PostgresAddress::parse).orElseGet(() -> {
            PostgresStore store = Objects.requireNonNull(up().postgres());
            return new PostgresAddress(store.jdbcUrl(store.user()), store.user(), store.password());
        });
    }

    String redisUrl() {
        Optional<String> external = settings.optional("REDIS_URL");
        return external.orElseGet(() -> {
            RedisStore store = Objects.requireNonNull(up().redis());
            return store.url();
        });
    }

    String mongoUri() {
        Optional<String> external = settings.optional("MONGO_URI");
        return external.orElseGet(() -> {
            MongoStore store = Objects.requireNonNull(up().mongo());
            return store.uri();
        });
    }

    private EmbeddedStores up() {
        try {
            return embedded.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            embedded.handle((stores, failure) -> Optional.ofNullable(stores))
                    .join()
                    .ifPresent(EmbeddedStores::close);
        }
    }
}
