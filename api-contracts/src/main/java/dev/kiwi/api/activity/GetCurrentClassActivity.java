package dev.kiwi.api.activity;

import dev.kiwi.api.kernel.TableRows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which classes stand on the boards of the newest capture (activity.md B1), by the thresholds in force. */
public record GetCurrentClassActivity() {
    /**
     * "Clean" counts only established players, who clear both thresholds. Null: not measurable.
     *
     * @param durationHours always null: a head-count has no length
     */
    public record CurrentClassActivity(
            @Nullable Long windowStart,
            @Nullable Long windowEnd,
            @Nullable Double durationHours,
            @Nullable Integer totalActive,
            @Nullable Integer totalActiveClean,
            @Nullable Long totalEffortAdded,
            @Nullable Long totalEffortAddedClean,
            int powerRankThreshold,
            int effortThreshold,
            List<ClassShare> classes,
            String methodology,
            long computedAt)
            implements TableRows<ClassShare> {
        @Override
        public List<ClassShare> rows() {
            return classes;
        }

        @Override
        public Class<ClassShare> rowType() {
            return ClassShare.class;
        }
    }

    /**
     * @param icon path on the site
     * @param share of all players, a player of several classes counted in each; four decimals
     * @param effortAdded since the capture before
     */
    public record ClassShare(
            int classIndex,
            String name,
            String icon,
            int activePlayers,
            double share,
            @Nullable Integer activePlayersClean,
            @Nullable Double shareClean,
            @Nullable Long effortAdded,
            @Nullable Long effortAddedClean) {}
}
