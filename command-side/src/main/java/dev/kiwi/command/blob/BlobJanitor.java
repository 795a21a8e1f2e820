package dev.kiwi.command.blob;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Deletes blobs that no event names, and uploads that were never finished, once they are old enough. */
public final class BlobJanitor {
    private final ZstdBlobStore store;
    private final Clock clock;

    public BlobJanitor(ZstdBlobStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * @param named true for a blob that some event names; such a blob is never deleted
     * @param minimumAge longer than any command takes from its upload to its event
     * @return names of the deleted blobs
     */
    public List<String> sweep(Predicate<String> named, Duration minimumAge) throws IOException {
        Instant limit = clock.instant().minus(minimumAge);
        List<String> candidates;
        try (Stream<String> names = store.names()) {
            candidates = names.filter(name -> !named.test(name)).toList();
        }
        List<String> deleted = new ArrayList<>();
        for (String name : candidates) {
            if (store.deleteOlder(name, limit)) {
                deleted.add(name);
            }
        }
        removeUnfinished(limit);
        return deleted;
    }

    private void removeUnfinished(Instant limit) throws IOException {
        List<Path> uploads;
        try (Stream<Path> files = Files.list(store.temporary())) {
            uploads = files.toList();
        }
        for (Path upload : uploads) {
            removeUnfinished(upload, limit);
        }
    }

    private static void removeUnfinished(Path upload, Instant limit) throws IOException {
        try {
            if (ZstdBlobStore.isOlder(upload, limit)) {
                Files.deleteIfExists(upload);
            }
        } catch (NoSuchFileException _) {
            // Finished meanwhile.
        }
    }
}
