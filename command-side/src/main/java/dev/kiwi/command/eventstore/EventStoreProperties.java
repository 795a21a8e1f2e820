package dev.kiwi.command.eventstore;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Settings of the event store and of command dispatch.
 *
 * @param secretKey root secret; every key is derived from it
 * @param blobDirectory root of the content-addressed files
 * @param sealFile append-only file of seals, outside of the database
 * @param fetchDelay how often events of other processes are looked for that nobody told us of
 * @param groupLimit most commands that one transaction commits
 * @param appendTimeout how long a command waits for its commit before it is told that the outcome is unknown
 * @param concurrentCommands commands that are handled at once
 * @param queuedCommands commands that wait for a turn before new ones are refused with 503
 */
public record EventStoreProperties(
        String secretKey,
        Path blobDirectory,
        Path sealFile,
        Duration fetchDelay,
        int groupLimit,
        Duration appendTimeout,
        int concurrentCommands,
        int queuedCommands) {

    public EventStoreProperties {
        if (secretKey.length() < 16) {
            throw new IllegalArgumentException("SECRET_KEY must have at least 16 characters");
        }
    }

    /** The defaults below one data directory. */
    public static EventStoreProperties in(Path dataDirectory, String secretKey) {
        return in(dataDirectory, dataDirectory.resolve("blobs"), secretKey);
    }

    /** The defaults below one data directory, with blobs that several nodes share. */
    public static EventStoreProperties in(Path dataDirectory, Path blobDirectory, String secretKey) {
        return new EventStoreProperties(
                secretKey,
                blobDirectory,
                dataDirectory.resolve("seals.log"),
                Duration.ofSeconds(1),
                256,
                Duration.ofSeconds(10),
                64,
                1024);
    }
}
