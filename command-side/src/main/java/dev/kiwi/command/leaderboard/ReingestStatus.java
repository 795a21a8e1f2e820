package dev.kiwi.command.leaderboard;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a re-ingest is.
 *
 * @param startedAt unix seconds
 * @param phase null before any run, {@code reading}, then {@code recomputing}, then {@code done}; a run that ended early
 *     stays in the phase in which it did
 * @param errors the first 25
 */
public record ReingestStatus(
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
        List<FileError> errors) {
    private static final int MAX_ERRORS = 25;
    private static final int MAX_TEXT = 200;

    public static final ReingestStatus NONE =
            new ReingestStatus(false, 0, 0, 0, 0, null, null, null, false, null, List.of());

    /** @param error at most 200 characters */
    public record FileError(long anchor, String error) {}

    static ReingestStatus started(int total, boolean clearFirst, long now) {
        return new ReingestStatus(true, total, 0, 0, 0, now, null, null, clearFirst, "reading", List.of());
    }

    ReingestStatus succeeded(long anchor) {
        return new ReingestStatus(
                true, total, done + 1, ok + 1, failed, startedAt, null, anchor, clearFirst, phase, errors);
    }

    ReingestStatus failed(long anchor, String error) {
        return new ReingestStatus(
                true,
                total,
                done + 1,
                ok,
                failed + 1,
                startedAt,
                null,
                anchor,
                clearFirst,
                phase,
                and(new FileError(anchor, shortened(error))));
    }

    private List<FileError> and(FileError error) {
        List<FileError> all = new ArrayList<>(errors);
        if (all.size() < MAX_ERRORS) {
            all.add(error);
        }
        return List.copyOf(all);
    }

    private static String shortened(String error) {
        return error.substring(0, Math.min(MAX_TEXT, error.length()));
    }

    /** It stands in the phase in which it ended, and says of the last file what stopped it. */
    ReingestStatus endedEarly(String error, long now) {
        FileError last = new FileError(lastAnchor == null ? 0 : lastAnchor, shortened("The run ended early: " + error));
        return new ReingestStatus(
                false, total, done, ok, failed, startedAt, now, lastAnchor, clearFirst, phase, and(last));
    }

    ReingestStatus recomputing() {
        return new ReingestStatus(
                true, total, done, ok, failed, startedAt, null, lastAnchor, clearFirst, "recomputing", errors);
    }

    ReingestStatus finished(long now) {
        return new ReingestStatus(
                false, total, done, ok, failed, startedAt, now, lastAnchor, clearFirst, "done", errors);
    }
}
