package dev.kiwi.api.leaderboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one player (leaderboards.md 13). Whether somebody's claim to the name is approved is another context's
 * to say.
 *
 * @param name as asked; blanks around it and case do not count
 * @param now unix seconds
 */
public record GetPlayerProfile(String name, long now) {

    /** @param boards over the whole history, by best rank; @param recent at most 200 rows of the last 14 days, newest first */
    public record Profile(
            String playerName, ProfileSummary summary, List<ProfileBoard> boards, List<ProfileRow> recent) {}

    /** @param appearances rows over all boards and captures; @param latestAnchor newest capture that lists the player */
    public record ProfileSummary(
            int boardsAppeared,
            long appearances,
            @Nullable Integer bestRank,
            @Nullable Integer bestRankBoardUuid,
            @Nullable String bestRankBoardName,
            int top10Count,
            int top100Count,
            @Nullable Long latestAnchor) {}

    /** @param leaderboard number of the board; times are anchors */
    public record ProfileBoard(
            int leaderboard,
            String boardName,
            int bestRank,
            int latestRank,
            Number latestScore,
            long appearances,
            long firstSeen,
            long lastSeen) {}

    /** A row with the change since the last capture of an earlier trove-day, as far as eight days back. */
    public record ProfileRow(
            String playerName,
            int leaderboard,
            String boardName,
            int rank,
            Number score,
            long createdAt,
            @Nullable Integer prevRank,
            @Nullable Number prevScore,
            @Nullable Integer rankDelta,
            @Nullable Number scoreDelta,
            boolean isNew) {}
}
