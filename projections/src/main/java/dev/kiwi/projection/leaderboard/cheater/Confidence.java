package dev.kiwi.projection.leaderboard.cheater;

import dev.kiwi.api.leaderboard.CheaterReport.Evidence;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How sure one may be (leaderboards.md 16.5). */
final class Confidence {
    static final String SCORE_OUTLIER = "score_outlier";
    static final String RANK_GAP = "rank_gap";
    static final String VELOCITY = "velocity_outlier";
    static final String SUSTAINED = "sustained_velocity";

    private static final double LEAST = 0.5;
    private static final Map<String, Double> CEILINGS =
            Map.of(VELOCITY, 0.99, SUSTAINED, 0.95, RANK_GAP, 0.85, SCORE_OUTLIER, 0.60);

    private Confidence() {}

    /** @param magnitude as it is published, that is rounded */
    static double of(String type, double magnitude, double threshold) {
        if (threshold <= 0 || magnitude < threshold) {
            return LEAST;
        }
        double times = magnitude / threshold;
        double grown = LEAST + 0.5 * (1 - Math.exp(-(times - 1)));
        return Numbers.rounded(Math.min(ceiling(type), grown), 3);
    }

    /** Of playing the share {@code fraction} of all hours. */
    static double ofUptime(double fraction, double threshold) {
        if (threshold >= 1 || fraction < threshold) {
            return LEAST;
        }
        double grown = 0.7 + 0.3 * (fraction - threshold) / (1 - threshold);
        return Numbers.rounded(Math.min(ceiling(SUSTAINED), grown), 3);
    }

    static double ofBoard(List<Evidence> evidence) {
        return evidence.stream().mapToDouble(Evidence::confidence).max().orElse(0);
    }

    /** Boards speak independently of each other; one kind of evidence alone never says more than its ceiling. */
    static double ofPlayer(Collection<List<Evidence>> boards) {
        double doubt = 1;
        for (List<Evidence> board : boards) {
            doubt *= 1 - ofBoard(board);
        }
        List<String> types = boards.stream()
                .flatMap(List::stream)
                .map(Evidence::type)
                .distinct()
                .toList();
        double most = types.size() == 1 ? ceiling(types.getFirst()) : 1;
        return types.isEmpty() ? 0 : Numbers.rounded(Math.min(most, 1 - doubt), 3);
    }

    private static double ceiling(String type) {
        return Objects.requireNonNull(CEILINGS.get(type), type);
    }
}
