package dev.kiwi.query.gem;

import dev.kiwi.query.gem.GemReading.StatReading;

/**
 * How well a stat rolled, as its value tells; nothing is rounded.
 *
 * @param threshold steps of one roll
 * @param raw 0 for the worst roll and 1 for the best; beyond when the value cannot be
 * @param powerRank what the rolls add to the gem
 */
record StatEstimate(
        StatType stat, StatReading reading, long containers, double threshold, double raw, double powerRank) {
    private static final double TOLERANCE = 0.05;

    static StatEstimate of(GemNumbers numbers, StatType stat, StatReading reading, int level) {
        long containers = 1L + reading.extraContainers();
        Range range = numbers.threshold(stat);
        double threshold = (reading.value() / numbers.base(stat) - numbers.increments(level)) / containers;
        double raw = (threshold - range.low()) / (range.high() - range.low());
        double powerRank = numbers.powerRank().at(Math.clamp(raw, 0.0, 1.0)) * containers;
        return new StatEstimate(stat, reading, containers, threshold, raw, powerRank);
    }

    /** 0 to 1. */
    double progress() {
        return Math.clamp(raw, 0.0, 1.0);
    }

    boolean isBelow() {
        return raw < -TOLERANCE;
    }

    boolean isAbove() {
        return raw > 1 + TOLERANCE;
    }
}
