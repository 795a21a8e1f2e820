package dev.kiwi.bench.cluster;

import dev.kiwi.embedded.EmbeddedStores;
import dev.kiwi.embedded.MongoStore;
import dev.kiwi.embedded.PostgresStore;
import dev.kiwi.embedded.RedisStore;
import dev.kiwi.embedded.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * {@code ./kiwi stores DIR [postgres[=PORT]] [redis[=PORT]] [mongo[=PORT]]}: stores without a Kiwi, all three unless
 * some are named, until TERM. What nodes need to find them is in {@code DIR/env} as lines of {@code NAME=value} once
 * they are up.
 */
public final class SharedStores {
    private static final List<String> ALL = List.of("postgres", "redis", "mongo");

    private SharedStores() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        Arrays.stream(arguments)
                .skip(1)
                .map(word -> word.split("=", 2))
                .forEach(word -> wanted.put(word[0], word.length == 1 ? 0 : Integer.parseInt(word[1])));
        if (arguments.length == 0 || !ALL.containsAll(wanted.keySet())) {
            System.err.println("Usage: kiwi stores DIR [postgres[=PORT]] [redis[=PORT]] [mongo[=PORT]]");
            System.exit(2);
        }
        if (wanted.isEmpty()) {
            ALL.forEach(name -> wanted.put(name, 0));
        }
        Path directory = Path.of(arguments[0]).toAbsolutePath().normalize();
        Files.createDirectories(directory);
        EmbeddedStores stores = start(directory, wanted);
        Runtime.getRuntime().addShutdownHook(new Thread(stores::close, "stores-stop"));
        publish(directory, stores);
        System.out.println("Stores are ready: " + directory.resolve("env"));
        new CountDownLatch(1).await();
    }

    private static EmbeddedStores start(Path directory, Map<String, Integer> wanted) {
        StoreSettings settings = new StoreSettings(
                directory,
                StoreSettings.programs(directory),
                wanted.getOrDefault("postgres", 0),
                wanted.getOrDefault("redis", 0),
                wanted.getOrDefault("mongo", 0),
                StoreSettings.in(directory).sharedBuffersMb(),
                true);
        return EmbeddedStores.start(
                settings,
                new EmbeddedStores.Wanted(
                        wanted.containsKey("postgres"), wanted.containsKey("redis"), wanted.containsKey("mongo")));
    }

    /** Appears whole or not at all. */
    private static void publish(Path directory, EmbeddedStores stores) throws IOException {
        PostgresStore postgres = stores.postgres();
        RedisStore redis = stores.redis();
        MongoStore mongo = stores.mongo();
        List<String> lines = new ArrayList<>();
        if (postgres != null) {
            lines.add("POSTGRES_DSN=" + postgres.dsn());
        }
        if (redis != null) {
            lines.add("REDIS_URL=" + redis.url());
        }
        if (mongo != null) {
            lines.add("MONGO_URI=" + mongo.uri());
        }
        Path part = directory.resolve("env.part");
        Files.write(part, lines);
        Files.move(part, directory.resolve("env"), StandardCopyOption.REPLACE_EXISTING);
    }
}
