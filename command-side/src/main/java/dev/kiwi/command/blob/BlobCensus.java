package dev.kiwi.command.blob;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts what the blob store holds, by looking at each file's size and time. Blocks. */
public final class BlobCensus {
    private final ZstdBlobStore store;

    public BlobCensus(ZstdBlobStore store) {
        this.store = store;
    }

    /**
     * @param blobs whole ones, whether an event names them or not
     * @param storedBytes on disk, compressed
     * @param largestBytes of one blob, compressed; 0 without one
     * @param oldestAt when the oldest was written; null without one
     * @param newestAt likewise
     * @param unfinishedUploads under way, or left behind by a crash until the job {@code blob-sweep} removes them
     */
    public record Count(
            long blobs,
            long storedBytes,
            long largestBytes,
            @Nullable Instant oldestAt,
            @Nullable Instant newestAt,
            long unfinishedUploads,
            long unfinishedBytes) {}

    public Count count() throws IOException {
        Tally blobs = new Tally();
        try (Stream<String> names = store.names()) {
            names.map(store::file).forEach(blobs::add);
        }
        Tally uploads = new Tally();
        try (Stream<Path> files = Files.list(store.temporary())) {
            files.forEach(uploads::add);
        }
        return new Count(
                blobs.files, blobs.bytes, blobs.largest, blobs.oldest, blobs.newest, uploads.files, uploads.bytes);
    }

    private static final class Tally {
        private long files;
        private long bytes;
        private long largest;
        private @Nullable Instant oldest;
        private @Nullable Instant newest;

        private void add(Path file) {
            BasicFileAttributes found = attributes(file);
            if (found == null) {
                return;
            }
            files++;
            bytes += found.size();
            largest = Math.max(largest, found.size());
            Instant at = found.lastModifiedTime().toInstant();
            oldest = oldest == null || at.isBefore(oldest) ? at : oldest;
            newest = newest == null || at.isAfter(newest) ? at : newest;
        }

        /** Null for one that was finished or deleted meanwhile. */
        private static @Nullable BasicFileAttributes attributes(Path file) {
            try {
                return Files.readAttributes(file, BasicFileAttributes.class);
            } catch (NoSuchFileException e) {
                return null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
