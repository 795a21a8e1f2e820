package dev.kiwi.api.leaderboard;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Forgets all captures and players; leads to {@link LeaderboardEvent.LeaderboardsReset}. Their blobs stay. */
public record ResetLeaderboards(@TargetAggregateIdentifier String leaderboardsId, boolean dropBoards) {
    /** The one aggregate that counts resets. */
    public static final String SINGLETON = "leaderboards:all";

    public ResetLeaderboards(boolean dropBoards) {
        this(SINGLETON, dropBoards);
    }
}
