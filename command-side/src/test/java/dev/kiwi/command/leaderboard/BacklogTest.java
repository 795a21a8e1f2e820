package dev.kiwi.command.leaderboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.leaderboard.IngestCapture;
import dev.kiwi.api.leaderboard.ResetLeaderboards;
import dev.kiwi.command.blob.BlobStore;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.dispatch.Dispatched;
import dev.kiwi.command.eventstore.CompanionRow;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
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
    private BacklogFiling filing;
    private final DumpIntake intake = new DumpIntake(blobs, 1);
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger looksInVain = new AtomicInteger();
    /** Phase and last position when all that is made of captures was made anew. */
    private final List<String> recomputed = new CopyOnWriteArrayList<>();

    private boolean recomputeFails;
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
                if (refusals.getAndDecrement() > 0) {
                    return CompletableFuture.failedFuture(new Refusal(ErrorCode.SERVICE_UNAVAILABLE, "busy"));
                }
                sent.add(command);
                return CompletableFuture.completedFuture(new Dispatched<>(null, sent.size()));
            }
        };
        Epoch epoch = () -> 0;
        filing = new BacklogFiling(
                intake, (sha256, capture) -> {}, epoch, dispatcher, new FiledRows(meters), CLOCK, Duration.ofMillis(1));
        reingest = new BacklogReingest(
                backlog,
                filing,
                position -> looksInVain.getAndDecrement() <= 0,
                position -> {
                    if (recomputeFails) {
                        throw new IllegalStateException("no room");
                    }
                    recomputed.add(reingest.status().phase() + " " + position);
                },
                CLOCK);
    }

    private ReingestStatus reingested() throws IOException {
        reingest.start(false, CommandContext.system("r"));
        Awaitility.await().until(() -> !reingest.status().running());
        return reingest.status();
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

    /** What is kept is packed one after the other, so the last is awaited. */
    private void awaitRejected(String suffix) {
        Path file = settings.rejected().resolve((ANCHOR + 3600) + suffix);
        Awaitility.await().until(() -> Files.isRegularFile(file));
    }

    @Test
    void keepsAcceptedDumpsAndHidesRejectedOnes() throws IOException {
        backlog.keep(ANCHOR, blob(DUMP));
        backlog.reject(blob("nothing"));
        awaitRejected(".cfg.gz");
        assertThat(backlog.files()).extracting(BacklogFile::anchor).containsExactly(ANCHOR);
        assertThat(new String(backlog.files().getFirst().open().readAllBytes(), UTF_8))
                .isEqualTo(DUMP);
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
    void aRunThatEndsEarlySaysSoAndWhere() throws IOException {
        drop("1600000020.cfg", DUMP);
        recomputeFails = true;
        ReingestStatus status = reingested();
        assertThat(status.phase()).isEqualTo("recomputing");
        assertThat(status.finishedAt()).isNotNull();
        assertThat(status.errors())
                .containsExactly(new ReingestStatus.FileError(1_600_000_020L, "The run ended early: no room"));
    }

    @Test
    void atTheEndWhatIsMadeOfCapturesIsMadeAnew() throws IOException {
        drop("1600000020.cfg", DUMP);
        drop("1660000020.cfg", "no board");
        assertThat(reingested().phase()).isEqualTo("done");
        assertThat(recomputed).containsExactly("recomputing 1");
    }

    @Test
    void aCommandThatIsRefusedAsOneTooManyIsSentAgain() throws IOException {
        drop("1600000020.cfg", DUMP);
        refusals.set(3);
        ReingestStatus status = reingested();
        assertThat(List.of(status.ok(), status.failed())).containsExactly(1, 0);
        assertThat(sent).hasSize(1);
    }

    @Test
    void aSlowReadModelIsWaitedForAndMakesNoFileBad() throws IOException {
        drop("1600000020.cfg", DUMP);
        drop("1700000060.cfg", DUMP);
        looksInVain.set(3);
        ReingestStatus status = reingested();
        assertThat(List.of(status.ok(), status.failed())).containsExactly(2, 0);
        assertThat(looksInVain).hasValueLessThan(0);
    }

    @Test
    void aBusyIntakeIsWaitedFor() throws Exception {
        drop("1600000020.cfg", DUMP);
        BacklogFile file = backlog.files().getFirst();
        FutureTask<Long> filed = new FutureTask<>(() -> filing.file(file, CommandContext.system("r")));
        Thread waiting = Thread.ofPlatform().unstarted(filed);
        try (DumpIntake.Upload first = intake.begin();
                DumpIntake.Upload second = intake.begin()) {
            waiting.start();
            Awaitility.await().until(() -> filed.isDone() || waiting.getState() == Thread.State.WAITING);
            assertThat(filed).isNotDone();
        }
        assertThat(filed.get()).isEqualTo(1);
    }

    @Test
    void rejectedDumpsOfOneSecondAreAllKept() throws IOException {
        backlog.reject(blob("nothing"));
        backlog.reject(blob("nothing either"));
        awaitRejected("-2.cfg.gz");
        long received = ANCHOR + 3600;
        assertThat(text(settings.rejected().resolve(received + ".cfg.gz"))).isEqualTo("nothing");
        assertThat(text(settings.rejected().resolve(received + "-2.cfg.gz"))).isEqualTo("nothing either");
    }

    private static String text(Path file) throws IOException {
        try (InputStream packed = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(packed.readAllBytes(), UTF_8);
        }
    }

    @Test
    void aStopDoesNotWaitForABackfillToBePackedAndTheNextStartGoesOn() throws Exception {
        backlog.close();
        CountDownLatch opened = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        BlobStore slow = new SlowBlobs(blobs, opened, release);
        backlog = new DumpBacklog(slow, settings, CLOCK);
        backlog.keep(ANCHOR, blob(DUMP));
        backlog.keep(ANCHOR + 3600, blob(DUMP));
        backlog.reject(blob("nothing"));
        opened.await();
        Thread stop = Thread.ofVirtual().start(backlog::close);
        Awaitility.await().until(() -> stop.getState() == Thread.State.TIMED_WAITING);
        release.countDown();
        stop.join();
        assertThat(backlog.files()).extracting(BacklogFile::anchor).containsExactly(ANCHOR);

        backlog = new DumpBacklog(blobs, settings, CLOCK);
        awaitRejected(".cfg.gz");
        assertThat(backlog.files()).extracting(BacklogFile::anchor).containsExactly(ANCHOR, ANCHOR + 3600);
        assertThat(settings.accepted().resolve(".waiting")).doesNotExist();
    }

    /** Opens a text, then waits until it may be read. */
    private record SlowBlobs(BlobStore blobs, CountDownLatch opened, CountDownLatch release) implements BlobStore {
        @Override
        public Upload begin() throws IOException {
            return blobs.begin();
        }

        @Override
        public InputStream open(String sha256) throws IOException {
            opened.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
            return blobs.open(sha256);
        }

        @Override
        public boolean exists(String sha256) {
            return blobs.exists(sha256);
        }

        @Override
        public Stream<String> names() throws IOException {
            return blobs.names();
        }

        @Override
        public void delete(String sha256) throws IOException {
            blobs.delete(sha256);
        }
    }

    @Test
    void rejectedDumpsExpireAsTheOthersDo() throws IOException {
        // Long enough for what is written in this test, whatever the time is.
        settings = new BacklogSettings(directory.resolve("expiring"), true, 10_000);
        backlog.close();
        backlog = new DumpBacklog(blobs, settings, CLOCK);
        drop("1600000020.cfg", DUMP);
        Files.createDirectories(settings.rejected());
        Path rejected = Files.writeString(settings.rejected().resolve("1600000020.cfg.gz"), "old");
        Path accepted = settings.accepted().resolve("1600000020.cfg");
        for (Path old : List.of(rejected, accepted)) {
            Files.setLastModifiedTime(old, FileTime.from(Instant.EPOCH));
        }
        backlog.reject(blob("nothing"));
        Awaitility.await().until(() -> Files.notExists(rejected) && Files.notExists(accepted));
        awaitRejected(".cfg.gz");
    }

    @Test
    void anEmptyFolderStartsNothing() throws IOException {
        assertThat(reingest.start(false, CommandContext.system("r"))).isZero();
        assertThat(reingest.status()).isEqualTo(ReingestStatus.NONE);
    }
}
