package dev.kiwi.query.gem;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The evaluator once more, in decimals and as the spec tells it, for Mystic gems. */
final class SlowEvaluation {
    private static final MathContext EXACT = MathContext.DECIMAL128;
    /** Value of a step, steps of the worst and the best roll; by stat type, Lesser and Empowered. */
    private static final Map<Integer, double[]> LESSER = Map.of(
            1, new double[] {168, 9, 270, 360},
            2, new double[] {168, 9, 270, 360},
            3, new double[] {2.5, 9, 187.2, 297},
            4, new double[] {0.25, 9, 187.2, 297},
            5, new double[] {525, 9, 315, 405},
            6, new double[] {5.25, 9, 315, 405},
            7, new double[] {5, 9, 495, 585});

    private static final Map<Integer, double[]> EMPOWERED = Map.of(
            1, new double[] {28, 1, 210, 300},
            2, new double[] {28, 1, 210, 300},
            3, new double[] {2.5, 9, 252, 342},
            4, new double[] {0.25, 9, 252, 342},
            5, new double[] {525, 9, 405, 495},
            6, new double[] {5.25, 9, 405, 495},
            7, new double[] {5, 9, 495, 630});

    private final int type;
    private final int level;

    SlowEvaluation(int type, int level) {
        this.type = type;
        this.level = level;
    }

    private BigDecimal increments() {
        int sum = 0;
        for (int at = 1; at <= level; at++) {
            sum += List.of(1, 5, 10, 15).contains(at) ? 0 : at < 15 ? 9 : at % 5 == 0 ? 45 : 18;
        }
        return new BigDecimal(sum);
    }

    BigDecimal raw(int stat, double value, int extra) {
        double[] row = (type == 1 ? LESSER : EMPOWERED).get(stat);
        BigDecimal base = dec(row[0]).divide(dec(row[1]), EXACT);
        BigDecimal steps =
                dec(value).divide(base, EXACT).subtract(increments()).divide(new BigDecimal(1 + extra), EXACT);
        return steps.subtract(dec(row[2])).divide(dec(row[3]).subtract(dec(row[2])), EXACT);
    }

    private static BigDecimal dec(double value) {
        return BigDecimal.valueOf(value);
    }

    static BigDecimal progress(BigDecimal raw) {
        return raw.max(BigDecimal.ZERO).min(BigDecimal.ONE);
    }

    /** Scores of all spreads; the best is the first of the lowest. */
    Map<List<Integer>, BigDecimal> scores(int[] stats, double[] values, int procs) {
        Map<List<Integer>, BigDecimal> scores =
                new TreeMap<>((one, two) -> one.toString().compareTo(two.toString()));
        for (int a = 0; a <= 3; a++) {
            for (int b = 0; b <= 3; b++) {
                for (int c = 0; c <= 3; c++) {
                    if (a + b + c == procs) {
                        scores.put(List.of(a, b, c), score(stats, values, new int[] {a, b, c}));
                    }
                }
            }
        }
        return scores;
    }

    private BigDecimal score(int[] stats, double[] values, int[] spread) {
        BigDecimal score = BigDecimal.ZERO;
        List<BigDecimal> progresses = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            BigDecimal raw = raw(stats[i], values[i], spread[i]);
            BigDecimal rounded = raw.setScale(4, RoundingMode.HALF_EVEN);
            BigDecimal beyond = rounded.subtract(progress(rounded));
            score = score.add(beyond.multiply(beyond));
            progresses.add(progress(raw).setScale(4, RoundingMode.HALF_EVEN));
        }
        progresses.sort(null);
        BigDecimal between = progresses.get(2).subtract(progresses.get(0));
        return score.add(between.multiply(between).multiply(new BigDecimal("0.25")))
                .setScale(9, RoundingMode.HALF_EVEN);
    }
}
