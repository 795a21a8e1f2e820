package dev.kiwi.query.gem;

import dev.kiwi.query.gem.GemReading.StatReading;
import java.util.List;
import java.util.stream.IntStream;

/** How the procs of a gem lie on its stats, when nobody says: as the values fit best (gems.md, evaluate). */
record ProcGuess(GemNumbers numbers, List<StatType> stats, List<StatReading> readings, int level) {
    private static final int MOST_A_STAT = 3;
    private static final int DECIMALS = 4;
    private static final int SCORE_DECIMALS = 9;
    private static final double WEIGHT_OF_SPREAD = 0.25;

    /**
     * Of spreads that fit as well the one that comes first.
     *
     * @param procs to be laid out; when they do not fit, none is
     */
    List<Integer> best(int procs) {
        List<Integer> best = List.of(0, 0, 0);
        double lowest = Double.POSITIVE_INFINITY;
        for (int first = 0; first <= MOST_A_STAT; first++) {
            for (int second = 0; second <= MOST_A_STAT; second++) {
                int third = procs - first - second;
                if (third < 0 || third > MOST_A_STAT) {
                    continue;
                }
                List<Integer> spread = List.of(first, second, third);
                double score = score(spread);
                if (score < lowest) {
                    lowest = score;
                    best = spread;
                }
            }
        }
        return best;
    }

    private double score(List<Integer> spread) {
        List<StatEstimate> estimates = estimates(spread);
        double beyond = 0;
        double least = 1;
        double most = 0;
        for (StatEstimate estimate : estimates) {
            double raw = Rounded.to(DECIMALS, estimate.raw());
            double progress = Rounded.to(DECIMALS, estimate.progress());
            beyond += Math.pow(raw - Math.clamp(raw, 0.0, 1.0), 2);
            least = Math.min(least, progress);
            most = Math.max(most, progress);
        }
        return Rounded.to(SCORE_DECIMALS, beyond + WEIGHT_OF_SPREAD * Math.pow(most - least, 2));
    }

    /** @param spread extra containers of each stat */
    List<StatEstimate> estimates(List<Integer> spread) {
        return IntStream.range(0, stats.size())
                .mapToObj(i -> {
                    StatReading given = readings.get(i);
                    StatReading placed = new StatReading(given.type(), given.value(), spread.get(i));
                    return StatEstimate.of(numbers, stats.get(i), placed, level);
                })
                .toList();
    }
}
