package dev.kiwi.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Measurements of the same thing. */
public record Samples(List<Double> values) {
    public Samples {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no samples");
        }
        values = List.copyOf(values);
    }

    /** A single measurement. */
    public static Samples one(double value) {
        return new Samples(List.of(value));
    }

    public double median() {
        double[] sorted = sorted();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    String spread() {
        double[] sorted = sorted();
        return String.format(Locale.ROOT, "%.3f..%.3f (n=%d)", sorted[0], sorted[sorted.length - 1], sorted.length);
    }

    private double[] sorted() {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
