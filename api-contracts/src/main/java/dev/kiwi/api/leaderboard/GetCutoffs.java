package dev.kiwi.api.leaderboard;

import dev.kiwi.api.kernel.TableRows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rank of a board takes.
 *
 * @param anchor null for the board's newest capture; refused with 404 when there is none
 * @param ranks places from 1
 * @param score whose place is asked for; null for none
 */
public record GetCutoffs(
        int uuid,
        @Nullable Long anchor,
        List<Integer> ranks,
        @Nullable Double score) {

    /**
     * By place; those beyond the end of the board are left out.
     *
     * @param total entries of the board
     * @param percentiles the best 1, 5, 10, 25, 50 and 75 in a hundred
     * @param placed null when no score was asked for
     */
    public record Cutoffs(
            int uuid,
            long createdAt,
            int total,
            boolean higherIsBetter,
            List<Cutoff> cutoffs,
            List<Percentile> percentiles,
            @Nullable Placed placed)
            implements TableRows<Cutoff> {
        @Override
        public List<Cutoff> rows() {
            return cutoffs;
        }

        @Override
        public Class<Cutoff> rowType() {
            return Cutoff.class;
        }
    }

    /**
     * @param place from 1 in the order of the board
     * @param rank as the game gives it to that place
     * @param prevScore of the same place in the last capture of an earlier trove-day; null when that does not compare
     */
    public record Cutoff(
            int place,
            int rank,
            Number score,
            @Nullable Number prevScore,
            @Nullable Number scoreDelta) {}

    /** @param topPercent this share of the board has at least that score */
    public record Percentile(double topPercent, int place, Number score) {}

    /** @param place that the score would take, behind equal ones; @param topPercent the same as a share of the board */
    public record Placed(Number score, int place, double topPercent) {}
}
