package dev.kiwi.bench.cluster;

import dev.kiwi.embedded.EmbeddedStores;
import dev.kiwi.embedded.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/**
 * {@code ./kiwi stores DIR}: the three stores without a Kiwi, until TERM. What nodes need to find them is in
 * {@code DIR/env} as lines of {@code NAME=value} once they are up.
 */
public final class SharedStores {
    private SharedStores() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            System.err.println("Usage: kiwi stores DIR");
            System.exit(2);
        }
        Path directory = Path.of(arguments[0]).toAbsolutePath().normalize();
        Files.createDirectories(directory);
        EmbeddedStores stores = EmbeddedStores.start(StoreSettings.in(directory), EmbeddedStores.Wanted.ALL);
        Runtime.getRuntime().addShutdownHook(new Thread(stores::close, "stores-stop"));
        publish(directory, stores);
        System.out.println("Stores are ready: " + directory.resolve("env"));
        new CountDownLatch(1).await();
    }

    /** Appears whole or not at all. */
    private static void publish(Path directory, EmbeddedStores stores) throws IOException {
        Path part = directory.resolve("env.part");
        Files.write(
                part,
                List.of(
                        "POSTGRES_DSN="
                                + Objects.requireNonNull(stores.postgres()).dsn(),
                        "REDIS_URL=" + Objects.requireNonNull(stores.redis()).url(),
                        "MONGO_URI=" + Objects.requireNonNull(stores.mongo()).uri()));
        Files.move(part, directory.resolve("env"), StandardCopyOption.REPLACE_EXISTING);
    }
}
