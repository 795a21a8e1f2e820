package dev.kiwi.command.leaderboard;

import dev.kiwi.command.blob.BlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps every received dump as a gzip file, in the background; a failure is logged and changes nothing. Dumps that
 * arrive faster than they are packed wait, over a stop and a start too (leaderboards.md 8).
 */
public final class DumpBacklog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DumpBacklog.class);

    private static final String SUFFIX = ".cfg.gz";
    private static final String LEFT_WAITING = ".waiting";

    private final BlobStore blobs;
    private final BacklogSettings settings;
    private final Clock clock;
    // One thread: compressing a dump takes a core for half a second.
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("dump-backlog").factory());
    private final Queue<WaitingDump> waiting = new ConcurrentLinkedQueue<>();
    private volatile boolean stopping;

    /** Goes on with what waited when the last one was closed. */
    public DumpBacklog(BlobStore blobs, BacklogSettings settings, Clock clock) {
        this.blobs = blobs;
        this.settings = settings;
        this.clock = clock;
        if (settings.enabled()) {
            worker.execute(this::resume);
        }
    }

    /** Saves the dump as {@code <anchor>.cfg.gz}, in place of an earlier one of that anchor. */
    public void keep(long anchor, String sha256) {
        save(new WaitingDump(true, anchor, sha256));
    }

    /** Saves a dump that was not filed where a re-ingest does not find it, in nobody's place. */
    public void reject(String sha256) {
        save(new WaitingDump(false, clock.instant().getEpochSecond(), sha256));
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

    private void save(WaitingDump dump) {
        if (settings.enabled()) {
            waiting.add(dump);
            worker.execute(this::saveNext);
        }
    }

    private void saveNext() {
        WaitingDump dump = stopping ? null : waiting.poll();
        if (dump != null) {
            try {
                write(target(dump), dump.sha256());
                expire();
            } catch (IOException | RuntimeException e) {
                LOG.warn("The dump {} could not be kept in the backlog", dump.sha256(), e);
            }
        }
    }

    private Path target(WaitingDump dump) {
        return dump.accepted() ? settings.accepted().resolve(dump.second() + SUFFIX) : unused(dump.second());
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

    private Path leftWaiting() {
        return settings.accepted().resolve(LEFT_WAITING);
    }

    private void resume() {
        try {
            if (Files.exists(leftWaiting())) {
                List<WaitingDump> left = Files.readAllLines(leftWaiting()).stream()
                        .map(WaitingDump::parse)
                        .toList();
                waiting.addAll(left);
                Files.delete(leftWaiting());
                left.forEach(any -> saveNext());
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("The dumps of {} could not be kept in the backlog", leftWaiting(), e);
        }
    }

    /** Finishes the dump at hand; the others wait for the next start, because packing a backfill takes minutes. */
    @Override
    public void close() {
        stopping = true;
        worker.close();
        if (!waiting.isEmpty()) {
            try {
                Files.createDirectories(settings.accepted());
                Files.write(
                        leftWaiting(),
                        waiting.stream().map(WaitingDump::toString).toList(),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException e) {
                LOG.warn("{} dumps that waited for the backlog are not kept in it", waiting.size(), e);
            }
        }
    }
}
