package dev.kiwi.projection.leaderboard.cheater;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.kiwi.api.leaderboard.CheaterReport.Evidence;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** leaderboards.md 16.2 to 16.5, with figures worked out by hand. */
class PlayerChecksTest {
    private final ScoreOutliers outliers = new ScoreOutliers(Boards.PLAYERS);

    @Test
    void aScoreFarFromTheEliteMedianIsAnOutlier() {
        // log10(s + 1) of 9, 99, …: 1, 2, 3, 4, 5 and 30 for the first; median 3.5, deviation 1.5.
        AnalysedBoard board = Boards.of(1e30, 99_999, 9_999, 999, 99, 9);
        List<Finding> found = outliers.find(board);
        assertThat(found).hasSize(1);
        Evidence evidence = found.getFirst().evidence();
        assertThat(found.getFirst().row()).isZero();
        assertThat(evidence.measurements())
                .contains(entry("modified_z_score", 11.92), entry("threshold", 5.0), entry("elite_median", 5499L));
        assertThat(evidence.measurements()).contains(entry("cohort_size", 6), entry("higher_is_better", true));
        assertThat(evidence.confidence()).isEqualTo(0.6);
        assertThat(evidence.summary()).contains("11.92").contains("5499").contains("best 6 of 6");
    }

    @Test
    void aCappedBoardHasNoOutliers() {
        assertThat(outliers.find(Boards.of(1e30, 1e30, 1e30, 1e30, 1e30, 9, 8, 7)))
                .isEmpty();
    }

    @Test
    void whereLessIsBetterTheOutlierIsBelow() {
        AnalysedBoard board = Boards.of(0, 9_999, 20_000, 30_000, 40_000, 50_000);
        assertThat(board.higherIsBetter()).isFalse();
        assertThat(outliers.find(board)).extracting(Finding::row).containsExactly(0);
        assertThat(outliers.find(board).getFirst().evidence().measurements())
                .contains(entry("higher_is_better", false));
    }

    @Test
    void aLeaderFarAheadOfTheNextIsFlaggedAndNobodyBelowRankThree() {
        List<Finding> found = RankGaps.find(Boards.of(Boards.field(40, 2000)));
        assertThat(found).extracting(Finding::row).containsExactly(0);
        Map<String, Object> measured = found.getFirst().evidence().measurements();
        assertThat(measured)
                .contains(
                        entry("player_rank", 1),
                        entry("next_rank", 2),
                        entry("gap_fraction", 0.5005),
                        entry("typical_gap_fraction", 0.001),
                        entry("gap_multiplier", 500.5),
                        entry("threshold_multiplier", 10.0));
        assertThat(found.getFirst().evidence().confidence()).isEqualTo(0.85);
        double[] cliff = Boards.field(40);
        Arrays.fill(cliff, 10, 40, 1);
        assertThat(RankGaps.find(Boards.of(cliff))).isEmpty();
    }

    @Test
    void tiesMakeTheGapCheckSilent() {
        double[] scores = new double[40];
        Arrays.fill(scores, 5);
        scores[0] = 500;
        assertThat(RankGaps.find(Boards.of(scores))).isEmpty();
    }

    /** Everybody gained 1 % in two hours, the first half of all he has. */
    @Test
    void aGainFarAboveThatOfTheLeadersIsVelocity() {
        AnalysedBoard board = Boards.of(Boards.field(60, 2000));
        Week before = new FixedWeek(board, 7_200, row -> row == 0 ? 1000 : board.score(row) * 0.99);
        BitSet flagged = new BitSet();
        flagged.set(0);
        List<Finding> found = new Velocity(Boards.PLAYERS, before).find(board, flagged, FixedWeek.ANCHOR);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().evidence().measurements())
                .contains(
                        entry("score_delta", 1000L),
                        entry("duration_hours", 2.0),
                        entry("rate_per_hour", 500L),
                        entry("previous_anchor", FixedWeek.ANCHOR - 7_200),
                        entry("previous_score", 1000L));
        assertThat(found.getFirst().evidence().confidence()).isEqualTo(0.99);
        assertThat(new Velocity(Boards.PLAYERS, before).find(board, new BitSet(), FixedWeek.ANCHOR))
                .isEmpty();
    }

    /** 1000 in 74 minutes is a rate that, taken back by the hours, is a little less than 1000. */
    @Test
    void theGainIsTheDifferenceItself() {
        AnalysedBoard board = Boards.of(Boards.field(60, 2000));
        Week before = new FixedWeek(board, 74 * 60, row -> row == 0 ? 1000 : board.score(row) * 0.99);
        BitSet flagged = new BitSet();
        flagged.set(0);
        assertThat(new Velocity(Boards.PLAYERS, before)
                        .find(board, flagged, FixedWeek.ANCHOR)
                        .getFirst()
                        .evidence()
                        .measurements())
                .contains(entry("score_delta", 1000L));
    }

    @Test
    void fewerThanFivePeersSayNothing() {
        AnalysedBoard board = Boards.of(Boards.field(60, 2000));
        Week before = new FixedWeek(board, 3_600, row -> row < 4 ? 1 : board.score(row));
        BitSet flagged = new BitSet();
        flagged.set(0);
        assertThat(new Velocity(Boards.PLAYERS, before).find(board, flagged, FixedWeek.ANCHOR))
                .isEmpty();
    }

    @Test
    void confidenceGrowsWithTheMagnitudeUpToTheCeiling() {
        assertThat(Confidence.of(Confidence.VELOCITY, 9, 10)).isEqualTo(0.5);
        assertThat(Confidence.of(Confidence.VELOCITY, 10, 10)).isEqualTo(0.5);
        assertThat(Confidence.of(Confidence.VELOCITY, 20, 10)).isEqualTo(0.816);
        assertThat(Confidence.of(Confidence.VELOCITY, 1000, 10)).isEqualTo(0.99);
        assertThat(Confidence.of(Confidence.SCORE_OUTLIER, 20, 10)).isEqualTo(0.6);
        assertThat(Confidence.of(Confidence.RANK_GAP, 20, 0)).isEqualTo(0.5);
        assertThat(Confidence.ofUptime(0.9, 0.85)).isEqualTo(0.8);
        assertThat(Confidence.ofUptime(1, 0.85)).isEqualTo(0.95);
        assertThat(Confidence.ofUptime(0.8, 0.85)).isEqualTo(0.5);
    }

    @Test
    void boardsSpeakIndependentlyButOneKindOfEvidenceHasItsCeiling() {
        Evidence gap = new Evidence(Confidence.RANK_GAP, "", Map.of(), 0.8);
        Evidence fast = new Evidence(Confidence.VELOCITY, "", Map.of(), 0.7);
        assertThat(Confidence.ofPlayer(List.of(List.of(gap), List.of(gap)))).isEqualTo(0.85);
        assertThat(Confidence.ofPlayer(List.of(List.of(gap), List.of(fast)))).isEqualTo(0.94);
        assertThat(Confidence.ofPlayer(List.of(List.of(gap, fast)))).isEqualTo(0.8);
        assertThat(Confidence.ofPlayer(List.of())).isZero();
    }
}
