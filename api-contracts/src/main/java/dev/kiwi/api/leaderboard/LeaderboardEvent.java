package dev.kiwi.api.leaderboard;

import dev.kiwi.api.kernel.EventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to leaderboards. */
public sealed interface LeaderboardEvent {

    /**
     * A dump was filed; its text is the blob {@code sha256}.
     *
     * @param replacedEntries entries that this anchor held before
     * @param source {@code upload}, {@code backlog} or {@code demo}
     * @param ingestedAt when it was decided; {@code anchor} is when it was captured
     */
    @EventType(name = "leaderboard.CaptureIngested")
    record CaptureIngested(
            String captureId,
            long anchor,
            String sha256,
            long bytes,
            int boards,
            int entries,
            int replacedEntries,
            String source,
            boolean backfill,
            Instant ingestedAt)
            implements LeaderboardEvent {}

    /** @param epoch number of resets so far, this one included */
    @EventType(name = "leaderboard.LeaderboardsReset")
    record LeaderboardsReset(String leaderboardsId, long epoch, boolean dropBoards, Instant resetAt)
            implements LeaderboardEvent {}

    /**
     * An administrator has said when a board begins anew, against the static table.
     *
     * @param boardId {@code board:<uuid>}
     * @param resetKind {@code daily}, {@code weekly} or {@code none}; null takes the override back
     */
    @EventType(name = "leaderboard.ResetKindOverridden")
    record ResetKindOverridden(
            String boardId, int uuid, @Nullable String resetKind, Instant overriddenAt) implements LeaderboardEvent {}
}
