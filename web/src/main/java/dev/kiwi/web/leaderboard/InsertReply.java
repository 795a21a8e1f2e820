package dev.kiwi.web.leaderboard;

import dev.kiwi.api.leaderboard.IngestCapture;
import org.jspecify.annotations.Nullable;

/**
 * Answer to a dump. The last four are null where the work goes on after the answer.
 *
 * @param bytes of the uploaded file
 */
record InsertReply(
        boolean accepted,
        long bytes,
        String message,
        @Nullable Long anchor,
        @Nullable Integer boards,
        @Nullable Integer entries,
        @Nullable Integer clearedBeforeInsert) {

    static InsertReply filed(IngestCapture capture, int cleared) {
        return new InsertReply(
                true,
                capture.bytes(),
                "The dump is served.",
                capture.anchor(),
                capture.boards(),
                capture.entries(),
                cleared);
    }

    static InsertReply nothing(long bytes) {
        return new InsertReply(true, bytes, "The dump holds no board; nothing was filed.", null, 0, 0, 0);
    }

    static InsertReply later(long bytes) {
        return new InsertReply(true, bytes, "The dump is stored and is served in a moment.", null, null, null, null);
    }

    static InsertReply failed(long bytes) {
        return new InsertReply(false, bytes, "The dump could not be filed.", null, null, null, null);
    }

    static InsertReply incomplete(long bytes, IncompleteCapture incomplete) {
        return new InsertReply(false, bytes, String.valueOf(incomplete.getMessage()), null, null, null, null);
    }
}
