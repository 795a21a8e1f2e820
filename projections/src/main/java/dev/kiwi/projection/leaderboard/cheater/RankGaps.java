package dev.kiwi.projection.leaderboard.cheater;

import dev.kiwi.api.leaderboard.CheaterReport.Evidence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A leader far ahead of the next one, against the steps further down (leaderboards.md 16.3). */
final class RankGaps {
    private static final double THRESHOLD = 10;
    private static final int LEADERS = 3;

    private RankGaps() {}

    static List<Finding> find(AnalysedBoard board) {
        int n = board.size();
        if (n < LEADERS + 1) {
            return List.of();
        }
        double[] gaps = new double[n - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = gap(board.score(i), board.score(i + 1));
        }
        double typical =
                Numbers.median(gaps.length > LEADERS ? Arrays.copyOfRange(gaps, LEADERS, gaps.length) : gaps.clone());
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < LEADERS && typical > 0; i++) {
            if (gaps[i] > 0 && gaps[i] / typical >= THRESHOLD) {
                findings.add(new Finding(i, evidence(board, i, gaps[i], typical)));
            }
        }
        return findings;
    }

    private static double gap(double score, double next) {
        double larger = Math.max(Math.abs(score), Math.abs(next));
        return larger == 0 ? 0 : Math.abs(score - next) / larger;
    }

    private static Evidence evidence(AnalysedBoard board, int row, double gap, double typical) {
        double multiplier = Numbers.rounded(gap / typical, 1);
        Map<String, Object> measured = new LinkedHashMap<>();
        measured.put("player_rank", board.rows().rank(row));
        measured.put("player_score", Numbers.bare(board.score(row)));
        measured.put("next_rank", board.rows().rank(row + 1));
        measured.put("next_rank_score", Numbers.bare(board.score(row + 1)));
        measured.put("gap_fraction", Numbers.rounded(gap, 4));
        measured.put("typical_gap_fraction", Numbers.rounded(typical, 4));
        measured.put("gap_multiplier", multiplier);
        measured.put("threshold_multiplier", THRESHOLD);
        String summary = String.format(
                Locale.ROOT,
                "%s on rank %d is %.2f %% away from %s on rank %d; the typical step below is %.4f %%,"
                        + " so this one is %.1f times as wide, and %.0f times is flagged.",
                Numbers.bare(board.score(row)),
                board.rows().rank(row),
                100 * gap,
                Numbers.bare(board.score(row + 1)),
                board.rows().rank(row + 1),
                100 * typical,
                multiplier,
                THRESHOLD);
        double confidence = Confidence.of(Confidence.RANK_GAP, multiplier, THRESHOLD);
        return new Evidence(Confidence.RANK_GAP, summary, measured, confidence);
    }
}
