package dev.kiwi.web.leaderboard;

import dev.kiwi.command.leaderboard.DumpBacklog;
import dev.kiwi.command.leaderboard.ReingestStatus;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The status of a re-ingest beside the backlog as it is now; times are unix seconds. */
record ReingestReply(
        boolean running,
        int total,
        int done,
        int ok,
        int failed,
        @Nullable Long startedAt,
        @Nullable Long finishedAt,
        @Nullable Long lastAnchor,
        boolean clearFirst,
        @Nullable String phase,
        List<ReingestStatus.FileError> errors,
        String backlogDir,
        boolean backlogDirExists,
        int backlogFiles) {

    static ReingestReply of(ReingestStatus status, DumpBacklog backlog) throws IOException {
        return new ReingestReply(
                status.running(),
                status.total(),
                status.done(),
                status.ok(),
                status.failed(),
                status.startedAt(),
                status.finishedAt(),
                status.lastAnchor(),
                status.clearFirst(),
                status.phase(),
                status.errors(),
                backlog.directory().toString(),
                backlog.exists(),
                backlog.files().size());
    }
}
