package dev.kiwi.api.leaderboard;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Says when a board begins anew; leads to {@link LeaderboardEvent.ResetKindOverridden}. Refused with 400 for a kind that
 * there is not.
 *
 * @param resetKind {@code daily}, {@code weekly} or {@code none}; null takes the override back
 */
public record OverrideResetKind(
        @TargetAggregateIdentifier String boardId,
        int uuid,
        @Nullable String resetKind) {
    public OverrideResetKind(int uuid, @Nullable String resetKind) {
        this("board:" + uuid, uuid, resetKind);
    }
}
