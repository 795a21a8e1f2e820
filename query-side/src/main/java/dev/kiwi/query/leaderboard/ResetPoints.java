package dev.kiwi.query.leaderboard;

import dev.kiwi.api.leaderboard.ChartPoint;
import dev.kiwi.api.leaderboard.ResetKind;
import dev.kiwi.api.leaderboard.Score;
import java.util.ArrayList;
import java.util.List;

/** Makes a line fall at resets instead of sloping over them (leaderboards.md 11.1). */
final class ResetPoints {
    private ResetPoints() {}

    /** @param points by time */
    static List<ChartPoint> between(List<ChartPoint> points, ResetKind kind) {
        List<ChartPoint> all = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            all.add(points.get(i));
            if (i + 1 < points.size()) {
                add(points.get(i), points.get(i + 1), kind, all);
            }
        }
        return all;
    }

    private static void add(ChartPoint from, ChartPoint to, ResetKind kind, List<ChartPoint> all) {
        double score = from.score().doubleValue();
        int rank = from.rank();
        for (long reset : kind.boundaries(from.createdAt(), to.createdAt()).toArray()) {
            if (score > 0) {
                all.add(new ChartPoint(reset - 1, rank, Score.number(score), true));
                if (reset < to.createdAt()) {
                    all.add(new ChartPoint(reset, 0, Score.number(0), true));
                }
            }
            score = 0;
            rank = 0;
        }
    }
}
