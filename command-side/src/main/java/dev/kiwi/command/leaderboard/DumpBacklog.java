package dev.kiwi.command.leaderboard;

import dev.kiwi.command.blob.BlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps every received dump as a gzip file, in the background; a failure is logged and changes nothing. */
public final class DumpBacklog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DumpBacklog.class);

    private static final String SUFFIX = ".cfg.gz";

    private final BlobStore blobs;
    private final BacklogSettings settings;
    private final Clock clock;
    // One thread: compressing a dump takes a core for half a second.
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("dump-backlog").factory());

    public DumpBacklog(BlobStore blobs, BacklogSettings settings, Clock clock) {
        this.blobs = blobs;
        this.settings = settings;
        this.clock = clock;
    }

    /** Saves the dump as {@code <anchor>.cfg.gz}, in place of an earlier one of that anchor. */
    public void keep(long anchor, String sha256) {
        save(() -> settings.accepted().resolve(anchor + SUFFIX), sha256);
    }

    /** Saves a dump that was not filed where a re-ingest does not find it, in nobody's place. */
    public void reject(String sha256) {
        long received = clock.instant().getEpochSecond();
        save(() -> unused(received), sha256);
    }

    private Path unused(long received) {
        Path file = settings.rejected().resolve(received + SUFFIX);
        for (int n = 2; Files.exists(file); n++) {
            file = settings.rejected().resolve(received + "-" + n + SUFFIX);
        }
        return file;
    }

    public boolean exists() {
        return Files.isDirectory(settings.accepted());
    }

    public Path directory() {
        return settings.accepted();
    }

    /** What a re-ingest would read, by ascending anchor. */
    public List<BacklogFile> files() throws IOException {
        if (!exists()) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(settings.accepted())) {
            return entries.filter(Files::isRegularFile)
                    .flatMap(file -> BacklogFile.of(file).stream())
                    .sorted()
                    .toList();
        }
    }

    /** @param target asked on the one thread that writes */
    private void save(Supplier<Path> target, String sha256) {
        if (settings.enabled()) {
            worker.execute(() -> {
                try {
                    write(target.get(), sha256);
                    expire();
                } catch (IOException | RuntimeException e) {
                    LOG.warn("The dump {} could not be kept in the backlog", sha256, e);
                }
            });
        }
    }

    private void write(Path target, String sha256) throws IOException {
        Files.createDirectories(target.getParent());
        Path temporary = target.resolveSibling("." + target.getFileName() + ".tmp");
        try (InputStream text = blobs.open(sha256);
                OutputStream file = Files.newOutputStream(temporary);
                OutputStream gzip = new GZIPOutputStream(file, 1 << 16) {
                    {
                        def.setLevel(Deflater.DEFAULT_COMPRESSION);
                    }
                }) {
            text.transferTo(gzip);
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void expire() throws IOException {
        if (settings.retentionDays() > 0) {
            Instant oldest = clock.instant().minus(Duration.ofDays(settings.retentionDays()));
            for (BacklogFile file : files()) {
                expire(file.path(), oldest);
            }
            for (Path file : rejected()) {
                expire(file, oldest);
            }
        }
    }

    private List<Path> rejected() throws IOException {
        if (!Files.isDirectory(settings.rejected())) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(settings.rejected())) {
            return entries.filter(Files::isRegularFile).toList();
        }
    }

    private static void expire(Path file, Instant oldest) throws IOException {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
            Files.deleteIfExists(file);
        }
    }

    /** Finishes what was handed over. */
    @Override
    public void close() {
        worker.close();
    }
}
