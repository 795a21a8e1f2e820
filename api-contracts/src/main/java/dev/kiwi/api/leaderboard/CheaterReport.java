package dev.kiwi.api.leaderboard;

import dev.kiwi.api.kernel.LargeAnswer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who looks like a cheater in one capture, and why (leaderboards.md 16.10).
 *
 * @param players by confidence, then by how much speaks against them
 * @param clusters accounts that look like one person's, by confidence, then by size
 * @param clustersBoardsScanned boards that were searched for families of names
 * @param computedAt unix seconds; 0 when nothing was computed
 * @param anchor the capture; null when nothing was computed
 * @param method what is looked for, in one sentence
 * @param boardsExcluded boards that an administrator has excluded
 */
public record CheaterReport(
        List<FlaggedPlayer> players,
        List<Cluster> clusters,
        int clustersBoardsScanned,
        long computedAt,
        @Nullable Long anchor,
        String method,
        Config config,
        int totalFlagged,
        int boardsAnalyzed,
        int boardsExcluded,
        List<AnalyzedBoard> analyzedBoards,
        List<ExcludedBoard> excludedBoards)
        implements LargeAnswer {

    /** @param confidence 0 to 1 */
    public record FlaggedPlayer(String playerName, double confidence, List<FlaggedBoard> leaderboards) {}

    public record FlaggedBoard(
            int uuid,
            String name,
            String category,
            @Nullable String contestType,
            int rank,
            Number score,
            double confidence,
            List<Evidence> evidence) {}

    /**
     * One thing that was seen.
     *
     * @param type {@code score_outlier}, {@code rank_gap}, {@code velocity_outlier} or {@code sustained_velocity}
     * @param summary what was seen, against what, in numbers, for people
     * @param measurements the same for programs; which there are depends on the type
     */
    public record Evidence(String type, String summary, Map<String, Object> measurements, double confidence) {}

    /**
     * Accounts that belong together.
     *
     * @param stem what their names have in common; empty when nothing
     * @param method {@code name_stem}, {@code co_movement}, {@code schedule} or {@code both}
     * @param members at most 60, sorted
     */
    public record Cluster(
            String stem,
            String label,
            String method,
            List<String> corroboratedBy,
            int memberCount,
            List<String> members,
            boolean membersTruncated,
            int boardCount,
            List<ClusterBoard> boards,
            double confidence,
            String summary,
            Map<String, @Nullable Object> measurements) {}

    /** What a cluster does on one board; what the cluster's method does not look at is null. */
    public record ClusterBoard(
            int uuid,
            String name,
            String category,
            @Nullable String contestType,
            int members,
            List<String> memberNames,
            @Nullable Number scoreMin,
            @Nullable Number scoreMax,
            @Nullable Double spread,
            @Nullable Integer rankMin,
            @Nullable Integer rankMax,
            @Nullable Integer matchingHours,
            @Nullable Number avgHourlyGain) {}

    public record Config(double zThreshold, double velocityMultiplier, int minBoardSize) {}

    public record AnalyzedBoard(
            int uuid,
            String name,
            String category,
            String resetKind,
            @Nullable String contestType,
            int entries) {}

    /** @param reason {@code admin_excluded} or {@code below_min_size} */
    public record ExcludedBoard(
            int uuid,
            String name,
            String category,
            String resetKind,
            @Nullable String contestType,
            String reason,
            @Nullable Integer entries) {}

    /** Without what is not wanted. */
    public CheaterReport only(boolean withPlayers, boolean withClusters) {
        return new CheaterReport(
                withPlayers ? players : List.of(),
                withClusters ? clusters : List.of(),
                withClusters ? clustersBoardsScanned : 0,
                computedAt,
                anchor,
                method,
                config,
                withPlayers ? totalFlagged : 0,
                withPlayers ? boardsAnalyzed : 0,
                boardsExcluded,
                withPlayers ? analyzedBoards : List.of(),
                excludedBoards);
    }

    /** Nothing was looked at, or nothing yet. */
    public static CheaterReport empty(@Nullable Long anchor, long computedAt, Config config) {
        return new CheaterReport(
                List.of(), List.of(), 0, computedAt, anchor, "", config, 0, 0, 0, List.of(), List.of());
    }
}
