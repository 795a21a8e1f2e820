package dev.kiwi.command.leaderboard;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.leaderboard.Anchor;
import dev.kiwi.api.leaderboard.IngestCapture;
import dev.kiwi.api.leaderboard.ResetLeaderboards;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.dispatch.Dispatched;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files the whole backlog again, one dump after the other; one run at a time, and a bad file is counted and skipped. */
public final class BacklogReingest {
    private static final Logger LOG = LoggerFactory.getLogger(BacklogReingest.class);

    private final DumpBacklog backlog;
    private final DumpIntake intake;
    private final CaptureHandoff handoff;
    private final Epoch epoch;
    private final CommandDispatcher commands;
    private final AppliedCaptures applied;
    private final FiledRows rows;
    private final Clock clock;
    private final AtomicReference<ReingestStatus> status = new AtomicReference<>(ReingestStatus.NONE);

    public BacklogReingest(
            DumpBacklog backlog,
            DumpIntake intake,
            CaptureHandoff handoff,
            Epoch epoch,
            CommandDispatcher commands,
            AppliedCaptures applied,
            FiledRows rows,
            Clock clock) {
        this.backlog = backlog;
        this.intake = intake;
        this.handoff = handoff;
        this.epoch = epoch;
        this.commands = commands;
        this.applied = applied;
        this.rows = rows;
        this.clock = clock;
    }

    public ReingestStatus status() {
        return status.get();
    }

    /**
     * Starts a run in the background; does nothing while one is running or when there is no file.
     *
     * @return number of files found
     */
    public int start(boolean clearFirst, CommandContext context) throws IOException {
        List<BacklogFile> files = backlog.files();
        ReingestStatus before = status.get();
        ReingestStatus started = ReingestStatus.started(files.size(), clearFirst, now());
        if (!files.isEmpty() && !before.running() && status.compareAndSet(before, started)) {
            Thread.ofVirtual().name("reingest").start(() -> run(files, clearFirst, context));
        }
        return files.size();
    }

    private void run(List<BacklogFile> files, boolean clearFirst, CommandContext context) {
        try {
            if (clearFirst) {
                commands.<Void>dispatch(new ResetLeaderboards(false), context).join();
            }
            for (BacklogFile file : files) {
                ingest(file, context);
            }
        } catch (RuntimeException e) {
            LOG.error("The re-ingest of the backlog ended early", e);
        } finally {
            status.updateAndGet(last -> last.finished(now()));
        }
    }

    private void ingest(BacklogFile file, CommandContext context) {
        try {
            file(file, context);
            status.updateAndGet(last -> last.succeeded(file.anchor()));
        } catch (IOException | RuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            LOG.warn("{} could not be filed again", file.path().getFileName(), e);
            status.updateAndGet(last -> last.failed(file.anchor(), String.valueOf(cause.getMessage())));
        }
    }

    private void file(BacklogFile file, CommandContext context) throws IOException {
        OptionalLong anchor = Anchor.normalize(file.anchor(), now(), true);
        try (InputStream text = file.open();
                DumpIntake.Upload upload = intake.begin()) {
            byte[] buffer = new byte[1 << 16];
            for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
                upload.write(ByteBuffer.wrap(buffer, 0, read));
            }
            Dump dump = upload.finish();
            int boards = dump.capture().boards().size();
            if (anchor.isEmpty() || boards == 0) {
                throw new IOException(boards == 0 ? "holds no board" : "lies in the future");
            }
            handoff.offer(dump.sha256(), dump.capture());
            IngestCapture command = IngestCapture.of(
                    epoch.current(),
                    anchor.getAsLong(),
                    dump.sha256(),
                    dump.bytes(),
                    boards,
                    dump.capture().entries(),
                    IngestCapture.BACKLOG,
                    true);
            Dispatched<IngestCapture.Ingested> done =
                    commands.<IngestCapture.Ingested>dispatch(command, context).join();
            rows.count(command);
            applied.await(done.position());
        }
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
