package dev.kiwi.projection.leaderboard.cheater;

import dev.kiwi.api.leaderboard.CheaterReport.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Scores far from those of the other leaders, by the median and its absolute deviation (leaderboards.md 16.2). */
final class ScoreOutliers {
    private static final double MAD_TO_SIGMA = 0.6745;
    private static final int SMALLEST_COHORT = 50;
    private static final int FEWEST_LOOKED_AT = 10;

    private final double threshold;
    private final double eliteShare;

    ScoreOutliers(CheaterSettings.Players settings) {
        this.threshold = settings.zThreshold();
        this.eliteShare = settings.eliteCohort();
    }

    List<Finding> find(AnalysedBoard board) {
        int n = board.size();
        int cohort = Math.min(n, Math.max(SMALLEST_COHORT, (int) (n * eliteShare)));
        if (isCapped(board, cohort)) {
            return List.of();
        }
        double[] sizes = new double[cohort];
        double[] scores = new double[cohort];
        for (int i = 0; i < cohort; i++) {
            scores[i] = board.score(i);
            sizes[i] = magnitude(scores[i]);
        }
        double middle = Numbers.median(sizes.clone());
        double[] deviations = new double[cohort];
        for (int i = 0; i < cohort; i++) {
            deviations[i] = Math.abs(sizes[i] - middle);
        }
        double deviation = Numbers.median(deviations);
        if (deviation == 0) {
            return List.of();
        }
        Elite elite = new Elite(Numbers.median(scores), cohort, n, board.higherIsBetter());
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < Math.min(n, Math.max(FEWEST_LOOKED_AT, cohort / 2)); i++) {
            double z = MAD_TO_SIGMA * (magnitude(board.score(i)) - middle) / deviation;
            if (elite.higherIsBetter() ? z > threshold : z < -threshold) {
                findings.add(new Finding(i, evidence(board.score(i), z, elite)));
            }
        }
        return findings;
    }

    private record Elite(double median, int cohort, int boardSize, boolean higherIsBetter) {}

    private static boolean isCapped(AnalysedBoard board, int cohort) {
        for (int i = 1; i < Math.min(5, cohort); i++) {
            if (board.score(i) != board.score(0)) {
                return false;
            }
        }
        return true;
    }

    private static double magnitude(double score) {
        return score < 0 ? 0 : Math.log10(score + 1);
    }

    private Evidence evidence(double score, double z, Elite elite) {
        double shown = Numbers.rounded(z, 2);
        Map<String, Object> measured = new LinkedHashMap<>();
        measured.put("player_score", Numbers.bare(score));
        measured.put("elite_median", Numbers.bare(elite.median));
        measured.put("modified_z_score", shown);
        measured.put("threshold", threshold);
        if (elite.median != 0) {
            measured.put("median_multiplier", Numbers.rounded(score / elite.median, 2));
        }
        measured.put("higher_is_better", elite.higherIsBetter);
        measured.put("cohort_size", elite.cohort);
        measured.put("board_size", elite.boardSize);
        String summary = String.format(
                Locale.ROOT,
                "A score of %s, where the median of the best %d of %d is %s: a modified z-score of %.2f, and %s is flagged.",
                Numbers.bare(score),
                elite.cohort,
                elite.boardSize,
                Numbers.bare(elite.median),
                shown,
                elite.higherIsBetter ? "more than " + threshold : "less than -" + threshold);
        double confidence = Confidence.of(Confidence.SCORE_OUTLIER, Math.abs(shown), threshold);
        return new Evidence(Confidence.SCORE_OUTLIER, summary, measured, confidence);
    }
}
