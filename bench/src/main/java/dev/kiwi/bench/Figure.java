package dev.kiwi.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * One measured figure beside its baseline from the same run.
 *
 * @param spread smallest and largest sample, for the table
 */
public record Figure(
        String bench, String figure, double value, String unit, String baseline, double baselineValue, String spread) {
    private static final JsonMapper JSON = new JsonMapper();

    /** The medians of two sets of samples. */
    public static Figure of(String bench, String figure, Samples value, String unit, String baseline, Samples base) {
        String spread = "%s, baseline %s".formatted(value.spread(), base.spread());
        return new Figure(bench, figure, value.median(), unit, baseline, base.median(), spread);
    }

    /** Value by baseline: the bars are set on it, because ratios travel between machines. */
    public double ratio() {
        return value / baselineValue;
    }

    /** One line: bench, figure, value, unit, baseline, baseline_value, ratio. */
    public String json() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("bench", bench);
        line.put("figure", figure);
        line.put("value", rounded(value));
        line.put("unit", unit);
        line.put("baseline", baseline);
        line.put("baseline_value", rounded(baselineValue));
        line.put("ratio", rounded(ratio()));
        return JSON.writeValueAsString(line);
    }

    /** Three decimals: more would pretend a precision that no run has. */
    private static double rounded(double number) {
        return Math.round(number * 1_000) / 1_000.0;
    }
}
