package dev.kiwi.query.gem;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How good a gem is (gems.md, evaluate).
 *
 * @param quality 0 to 1, four decimals
 * @param issues one text for each stat whose value cannot be
 * @param focusTotals by key of the plan
 * @param headlineCost the plan that is shown first
 * @param guessedDistribution extra containers of each stat, as they were used
 */
public record GemEvaluation(
        int tier,
        int type,
        String typeName,
        int element,
        String elementName,
        @Nullable Integer restriction,
        String restrictionName,
        int level,
        double quality,
        double qualityPercent,
        long calculatedPowerRank,
        boolean hasIssues,
        List<String> issues,
        List<EvaluatedStat> stats,
        Map<String, FocusTotal> focusTotals,
        FocusTotal headlineCost,
        int availableExtraContainers,
        List<Integer> guessedDistribution) {
    /** Rounded as the spec says; {@code progress} is 0 to 1, {@code rawProgress} may lie beyond. */
    public record EvaluatedStat(
            int type,
            String displayName,
            double enteredValue,
            int extraContainers,
            long containers,
            double thresholdProgress,
            double rawProgress,
            double progress,
            double qualityPercent,
            double estimatedPrContribution,
            boolean isWithinRange) {
        private static final int PROGRESS_DECIMALS = 4;

        static EvaluatedStat of(StatEstimate estimate) {
            return new EvaluatedStat(
                    estimate.stat().id(),
                    estimate.stat().name(),
                    estimate.reading().value(),
                    estimate.reading().extraContainers(),
                    estimate.containers(),
                    Rounded.to(PROGRESS_DECIMALS, estimate.threshold()),
                    Rounded.to(PROGRESS_DECIMALS, estimate.raw()),
                    Rounded.to(PROGRESS_DECIMALS, estimate.progress()),
                    Rounded.to(2, estimate.progress() * 100),
                    Rounded.to(2, estimate.powerRank()),
                    !estimate.isBelow() && !estimate.isAbove());
        }
    }
}
