package dev.kiwi.command.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.command.blob.BlobStore.Blob;
import dev.kiwi.command.blob.BlobStore.Upload;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A blob is there as a whole under its hash, or not at all. */
class ZstdBlobStoreTest {
    @TempDir
    Path directory;

    private ZstdBlobStore store;

    @BeforeEach
    void open() throws IOException {
        store = new ZstdBlobStore(directory.resolve("blobs"));
    }

    @Test
    void whatIsWrittenInPiecesIsReadBackUnderItsHash() throws Exception {
        byte[] bytes = new byte[1_000_003];
        new Random(1).nextBytes(bytes);
        Blob blob;
        try (Upload upload = store.begin()) {
            for (int at = 0; at < bytes.length; at += 70_001) {
                upload.write(ByteBuffer.wrap(bytes, at, Math.min(70_001, bytes.length - at)));
            }
            blob = upload.commit();
        }
        assertThat(blob.bytes()).isEqualTo(bytes.length);
        assertThat(blob.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        try (var in = store.open(blob.sha256())) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(names()).containsExactly(blob.sha256());
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void whatIsStoredAgainWhileItIsSweptIsThereAfterwards() throws Exception {
        Instant limit = Instant.now().minus(Duration.ofDays(1));
        FileTime old = FileTime.from(limit.minusSeconds(1));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 300; round++) {
                String name = put("again").sha256();
                Files.setLastModifiedTime(store.file(name), old);
                Future<Boolean> swept = threads.submit(() -> store.deleteOlder(name, limit));
                Future<Blob> stored = threads.submit(() -> put("again"));
                swept.get();
                assertThat(read(stored.get())).isEqualTo("again");
            }
        }
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void directBuffersAndTheEmptyBlobWorkToo() throws Exception {
        ByteBuffer direct = ByteBuffer.allocateDirect(5)
                .put("hello".getBytes(StandardCharsets.UTF_8))
                .flip();
        try (Upload upload = store.begin()) {
            upload.write(direct);
            assertThat(direct.hasRemaining()).isFalse();
            assertThat(read(upload.commit())).isEqualTo("hello");
        }
        try (Upload upload = store.begin()) {
            assertThat(read(upload.commit())).isEmpty();
        }
    }

    @Test
    void anUploadWithoutACommitLeavesNothing() throws Exception {
        try (Upload upload = store.begin()) {
            upload.write(ByteBuffer.wrap(new byte[200_000]));
        }
        assertThat(names()).isEmpty();
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void aProcessThatDiesInTheMiddleShowsNothing() throws Exception {
        Upload abandoned = store.begin();
        abandoned.write(ByteBuffer.wrap(new byte[200_000]));

        ZstdBlobStore restarted = new ZstdBlobStore(directory.resolve("blobs"));
        try (Stream<String> names = restarted.names()) {
            assertThat(names).isEmpty();
        }
        assertThat(unfinished()).hasSize(1);
        new BlobJanitor(restarted, in(Duration.ofHours(2))).sweep(name -> false, Duration.ofHours(1));
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void theSameBytesFromManyThreadsAreOneBlob() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Blob>> blobs = IntStream.range(0, 32)
                    .mapToObj(i -> threads.submit(() -> put("same")))
                    .toList();
            for (Future<Blob> blob : blobs) {
                assertThat(read(blob.get())).isEqualTo("same");
            }
        }
        assertThat(names()).hasSize(1);
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void aMissingBlobAndANameThatIsNoHashAreRefused() {
        String missing = "0".repeat(64);
        assertThat(store.exists(missing)).isFalse();
        assertThatThrownBy(() -> store.open(missing)).isInstanceOf(FileNotFoundException.class);
        assertThatThrownBy(() -> store.open("../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theJanitorDeletesOldBlobsThatNoEventNamesAndNothingElse() throws Exception {
        String named = put("named").sha256();
        String young = put("young").sha256();
        String old = put("old").sha256();
        String uploadedAgain = put("again").sha256();
        for (String name : List.of(named, old, uploadedAgain)) {
            Files.setLastModifiedTime(
                    store.file(name), FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        }
        put("again");

        List<String> deleted =
                new BlobJanitor(store, Clock.systemUTC()).sweep(Set.of(named)::contains, Duration.ofDays(1));

        assertThat(deleted).containsExactly(old);
        assertThat(names()).containsExactlyInAnyOrder(named, young, uploadedAgain);
    }

    private static Clock in(Duration offset) {
        return Clock.offset(Clock.systemUTC(), offset);
    }

    private Blob put(String text) throws IOException {
        try (Upload upload = store.begin()) {
            upload.write(StandardCharsets.UTF_8.encode(text));
            return upload.commit();
        }
    }

    private String read(Blob blob) throws IOException {
        try (var in = store.open(blob.sha256())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<String> names() throws IOException {
        try (Stream<String> names = store.names()) {
            return names.toList();
        }
    }

    private List<Path> unfinished() throws IOException {
        try (Stream<Path> files = Files.list(store.temporary())) {
            return files.toList();
        }
    }
}
