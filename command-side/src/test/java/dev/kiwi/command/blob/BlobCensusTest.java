package dev.kiwi.command.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.command.blob.BlobCensus.Count;
import dev.kiwi.command.blob.BlobStore.Upload;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobCensusTest {
    private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    Path directory;

    private ZstdBlobStore store;
    private BlobCensus census;

    @BeforeEach
    void open() throws IOException {
        store = new ZstdBlobStore(directory.resolve("blobs"));
        census = new BlobCensus(store);
    }

    @Test
    void anEmptyStoreHasNothing() throws IOException {
        assertThat(census.count()).isEqualTo(new Count(0, 0, 0, null, null, 0, 0));
    }

    @Test
    void wholeBlobsAndUnfinishedUploadsAreCountedApart() throws IOException {
        Path small = blob(100, LATE);
        Path large = blob(10_000, EARLY);
        try (Upload upload = store.begin()) {
            upload.write(ByteBuffer.wrap(new byte[10]));
            Count count = census.count();
            assertThat(count.blobs()).isEqualTo(2);
            assertThat(count.storedBytes()).isEqualTo(Files.size(small) + Files.size(large));
            assertThat(count.largestBytes()).isEqualTo(Files.size(large)).isGreaterThan(Files.size(small));
            assertThat(count.oldestAt()).isEqualTo(EARLY);
            assertThat(count.newestAt()).isEqualTo(LATE);
            assertThat(count.unfinishedUploads()).isEqualTo(1);
        }
        assertThat(census.count().unfinishedUploads()).isZero();
    }

    private Path blob(int size, Instant at) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        try (Upload upload = store.begin()) {
            upload.write(ByteBuffer.wrap(bytes));
            Path file = store.file(upload.commit().sha256());
            return Files.setLastModifiedTime(file, FileTime.from(at));
        }
    }
}
