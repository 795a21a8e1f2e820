package dev.kiwi.query.leaderboard;

import dev.kiwi.api.leaderboard.GetBoardHealth.BoardHealth;
import dev.kiwi.api.leaderboard.GetEntries.Entry;
import dev.kiwi.api.leaderboard.GetEntries.EntryPage;
import dev.kiwi.query.leaderboard.BoardNames.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The formulas of leaderboards.md 12. */
final class HealthFigures {
    private HealthFigures() {}

    /** @param page the first rows of the board's newest capture */
    static BoardHealth of(Named board, EntryPage page) {
        List<Entry> rows = page.items();
        double[] scores =
                rows.stream().mapToDouble(row -> row.score().doubleValue()).toArray();
        boolean comparable = page.comparison().comparable() && !rows.isEmpty();
        Integer entrants = comparable ? (int) rows.stream().filter(Entry::isNew).count() : null;
        return new BoardHealth(
                board.uuid(),
                board.name(),
                board.category(),
                board.kind().text(),
                page.createdAt(),
                page.comparison().prevAnchor(),
                page.comparison().comparable(),
                page.comparison().reason(),
                page.total(),
                rows.size(),
                share(scores),
                ratio(scores),
                gini(scores),
                entrants == null ? null : rounded(entrants / (double) rows.size(), 4),
                entrants,
                median(gains(rows)),
                median(relativeGains(rows)));
    }

    private static @Nullable Double share(double[] scores) {
        double sum = Arrays.stream(scores).sum();
        return sum <= 0 ? null : rounded(scores[0] / sum, 4);
    }

    private static @Nullable Double ratio(double[] scores) {
        double last = scores.length == 0 ? 0 : scores[scores.length - 1];
        return last <= 0 ? null : rounded(scores[0] / last, 4);
    }

    static @Nullable Double gini(double[] scores) {
        if (scores.length == 0) {
            return null;
        }
        double[] sorted =
                Arrays.stream(scores).filter(score -> score >= 0).sorted().toArray();
        double sum = Arrays.stream(sorted).sum();
        if (sum == 0) {
            return 0.0;
        }
        double weighted = 0;
        for (int i = 0; i < sorted.length; i++) {
            weighted += (i + 1) * sorted[i];
        }
        double m = sorted.length;
        return rounded(2 * weighted / (m * sum) - (m + 1) / m, 4);
    }

    private static double[] gains(List<Entry> rows) {
        return rows.stream()
                .filter(row -> row.scoreDelta() != null)
                .mapToDouble(row -> Objects.requireNonNull(row.scoreDelta()).doubleValue())
                .toArray();
    }

    private static double[] relativeGains(List<Entry> rows) {
        return rows.stream()
                .filter(row -> row.prevScore() != null && row.prevScore().doubleValue() != 0)
                .mapToDouble(row -> 100
                        * Objects.requireNonNull(row.scoreDelta()).doubleValue()
                        / Objects.requireNonNull(row.prevScore()).doubleValue())
                .toArray();
    }

    private static @Nullable Double median(double[] values) {
        if (values.length == 0) {
            return null;
        }
        Arrays.sort(values);
        int middle = values.length / 2;
        double median = values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
        return rounded(median, 2);
    }

    private static double rounded(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
    }
}
