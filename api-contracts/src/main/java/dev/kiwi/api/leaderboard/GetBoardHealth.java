package dev.kiwi.api.leaderboard;

import org.jspecify.annotations.Nullable;

/** How lively and how even a board is in its newest capture; refused with 404 when no capture has entries of it. */
public record GetBoardHealth(int uuid) {

    /**
     * From the first 50 rows (leaderboards.md 12); null where a figure cannot be said.
     *
     * @param comparisonReason {@code ok}, {@code no_prior_snapshot} or {@code crossed_reset}
     * @param population all entries
     * @param sampleSize rows that were looked at
     * @param leaderShare of the sample's sum
     * @param p1PnRatio first score by the last of the sample
     * @param gini 0 for even, near 1 for one who has all
     * @param turnoverRate newcomers by rows
     */
    public record BoardHealth(
            int uuid,
            String name,
            String category,
            String resetKind,
            long anchor,
            @Nullable Long prevAnchor,
            boolean comparable,
            String comparisonReason,
            int population,
            int sampleSize,
            @Nullable Double leaderShare,
            @Nullable Double p1PnRatio,
            @Nullable Double gini,
            @Nullable Double turnoverRate,
            @Nullable Integer newEntrants,
            @Nullable Double medianScoreGain,
            @Nullable Double medianScoreGainPct) {}
}
