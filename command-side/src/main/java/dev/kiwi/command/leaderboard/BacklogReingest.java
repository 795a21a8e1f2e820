package dev.kiwi.command.leaderboard;

import dev.kiwi.api.kernel.CommandContext;
import dev.kiwi.api.leaderboard.ResetLeaderboards;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files the whole backlog again, one dump after the other; one run at a time, and a bad file is counted and skipped. */
public final class BacklogReingest {
    private static final Logger LOG = LoggerFactory.getLogger(BacklogReingest.class);

    private final DumpBacklog backlog;
    private final BacklogFiling filing;
    private final AppliedCaptures applied;
    private final AfterReingest after;
    private final Clock clock;
    private final AtomicReference<ReingestStatus> status = new AtomicReference<>(ReingestStatus.NONE);

    BacklogReingest(
            DumpBacklog backlog, BacklogFiling filing, AppliedCaptures applied, AfterReingest after, Clock clock) {
        this.backlog = backlog;
        this.filing = filing;
        this.applied = applied;
        this.after = after;
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
            long position = clearFirst ? filing.send(new ResetLeaderboards(false), context) : -1;
            for (BacklogFile file : files) {
                position = Math.max(position, ingest(file, context));
                catchUp(position);
            }
            status.updateAndGet(ReingestStatus::recomputing);
            after.recompute(position);
            status.updateAndGet(last -> last.finished(now()));
        } catch (RuntimeException | Error e) {
            LOG.error("The re-ingest of the backlog ended early", e);
            status.updateAndGet(last -> last.endedEarly(String.valueOf(e.getMessage()), now()));
        }
    }

    /** @return position of the event; -1 for a bad file */
    private long ingest(BacklogFile file, CommandContext context) {
        try {
            long position = filing.file(file, context);
            status.updateAndGet(last -> last.succeeded(file.anchor()));
            return position;
        } catch (IOException | RuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            LOG.warn("{} could not be filed again", file.path().getFileName(), e);
            status.updateAndGet(last -> last.failed(file.anchor(), String.valueOf(cause.getMessage())));
            return -1;
        }
    }

    /** However long it takes: a file that was filed is not bad because the read model is slow. */
    private void catchUp(long position) {
        while (!applied.await(position)) {
            LOG.info("Filing the backlog again waits for the leaderboards to be served");
        }
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
