package dev.kiwi.command.leaderboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.leaderboard.IngestCapture;
import dev.kiwi.api.leaderboard.ResetLeaderboards;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.dispatch.Dispatched;
import dev.kiwi.command.eventstore.CompanionRow;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** leaderboards.md 8: every dump is kept, and the folder can be filed again. */
class BacklogTest {
    private static final long ANCHOR = 1_780_916_700L;
    private static final String DUMP = "Id$Cat$7001 = WOLVES$STATS##1;Mira;912|2;Tom;880.5\n";
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(ANCHOR + 3600), ZoneOffset.UTC);

    @TempDir
    Path directory;

    private final List<Object> sent = new CopyOnWriteArrayList<>();
    private final MemoryBlobs blobs = new MemoryBlobs();
    private BacklogSettings settings;
    private DumpBacklog backlog;
    private BacklogReingest reingest;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void open() {
        settings = new BacklogSettings(directory.resolve("backlog"), true, 0);
        backlog = new DumpBacklog(blobs, settings, CLOCK);
        CommandDispatcher dispatcher = new CommandDispatcher() {
            @Override
            public <R> CompletableFuture<Dispatched<R>> dispatch(
                    Object command,
                    CommandContext context,
                    Function<@Nullable R, @Nullable CompanionRow<?>> companion) {
                sent.add(command);
                return CompletableFuture.completedFuture(new Dispatched<>(null, sent.size()));
            }
        };
        Epoch epoch = () -> 0;
        reingest = new BacklogReingest(
                backlog,
                new DumpIntake(blobs, 1),
                (sha256, capture) -> {},
                epoch,
                dispatcher,
                position -> {},
                new FiledRows(meters),
                CLOCK);
    }

    private String blob(String text) throws IOException {
        try (var upload = blobs.begin()) {
            upload.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
            return upload.commit().sha256();
        }
    }

    private void drop(String name, String text) throws IOException {
        Files.createDirectories(settings.accepted());
        Files.writeString(settings.accepted().resolve(name), text);
    }

    @Test
    void keepsAcceptedDumpsAndHidesRejectedOnes() throws IOException {
        backlog.keep(ANCHOR, blob(DUMP));
        backlog.reject(blob("nothing"));
        backlog.close();
        assertThat(backlog.files()).extracting(BacklogFile::anchor).containsExactly(ANCHOR);
        assertThat(new String(backlog.files().getFirst().open().readAllBytes(), UTF_8))
                .isEqualTo(DUMP);
        assertThat(settings.rejected().resolve((ANCHOR + 3600) + ".cfg.gz")).isRegularFile();
    }

    @Test
    void filesDroppedInByHandCountByTheFirstRunOfDigits() throws IOException {
        drop("dump-1700000060.cfg", DUMP);
        drop("1600000020_1700000060.txt", DUMP);
        drop(".1700000120.cfg.gz.tmp", DUMP);
        drop("12345678.cfg", DUMP);
        drop("1500000000.cfg", DUMP);
        Files.createDirectories(settings.accepted().resolve("1700000180"));
        assertThat(backlog.files()).extracting(BacklogFile::anchor).containsExactly(1_600_000_020L, 1_700_000_060L);
    }

    @Test
    void filesAllByAscendingAnchorAndSkipsTheBad() throws IOException {
        drop("1700000060.cfg", DUMP);
        drop("1600000020.cfg", DUMP);
        drop("1650000000.cfg.gz", "not gzip");
        drop("1660000020.cfg", "no board");
        assertThat(reingest.start(true, CommandContext.system("r"))).isEqualTo(4);
        Awaitility.await().until(() -> !reingest.status().running());

        ReingestStatus status = reingest.status();
        assertThat(status.phase()).isEqualTo("done");
        assertThat(List.of(status.total(), status.done(), status.ok(), status.failed()))
                .containsExactly(4, 4, 2, 2);
        assertThat(status.lastAnchor()).isEqualTo(1_700_000_060L);
        assertThat(status.errors())
                .extracting(ReingestStatus.FileError::anchor)
                .containsExactly(1_650_000_000L, 1_660_000_020L);
        assertThat(meters.get("kiwi.ingest.rows")
                        .tag("source", "backlog")
                        .counter()
                        .count())
                .isEqualTo(sent.stream()
                        .filter(IngestCapture.class::isInstance)
                        .mapToInt(command -> ((IngestCapture) command).entries())
                        .sum())
                .isPositive();
        assertThat(sent.getFirst()).isEqualTo(new ResetLeaderboards(false));
        assertThat(sent.subList(1, 3))
                .allSatisfy(command ->
                        assertThat(((IngestCapture) command).backfill()).isTrue())
                .extracting(command -> ((IngestCapture) command).anchor())
                .containsExactly(1_600_000_020L, 1_700_000_040L);
    }

    @Test
    void anEmptyFolderStartsNothing() throws IOException {
        assertThat(reingest.start(false, CommandContext.system("r"))).isZero();
        assertThat(reingest.status()).isEqualTo(ReingestStatus.NONE);
    }
}
