package dev.kiwi.embedded;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where and how the embedded stores run.
 *
 * @param data the data directory; each store has a folder in it
 * @param binaries where the programs of Postgres and Redis are unpacked once
 * @param postgresPort loopback port; 0 for a free one
 * @param redisPort loopback port; 0 for a free one
 * @param mongoPort loopback port; 0 for a free one
 * @param sharedBuffersMb Postgres's page cache, in MiB
 * @param durable false only in tests: no fsync, so nothing survives a power cut
 */
public record StoreSettings(
        Path data,
        Path binaries,
        int postgresPort,
        int redisPort,
        int mongoPort,
        int sharedBuffersMb,
        boolean durable) {

    /** The all-in-one node's settings: free ports, durable. */
    public static StoreSettings in(Path data) {
        Path absolute = data.toAbsolutePath().normalize();
        return new StoreSettings(absolute, programs(absolute), 0, 0, 0, 256, true);
    }

    /** One copy for all data directories of this user; in the data directory for a user without a home. */
    public static Path programs(Path data) {
        Path home = Path.of(System.getProperty("user.home"));
        if (!Files.isDirectory(home) || !Files.isWritable(home)) {
            return data.resolve("bin");
        }
        String cache = System.getenv("XDG_CACHE_HOME");
        Path caches = cache == null || cache.isBlank() ? home.resolve(".cache") : Path.of(cache);
        return caches.resolve("kiwi/stores");
    }
}
