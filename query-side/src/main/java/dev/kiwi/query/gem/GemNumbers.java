package dev.kiwi.query.gem;

import java.util.List;
import java.util.function.Predicate;

/**
 * What gems of one tier and type are worth (gems.md, Level increments and Tables). Elements change nothing.
 *
 * @param powerRank from the worst roll to the best
 */
public record GemNumbers(Tier tier, GemType type, BaseRow base, ThresholdRow threshold, Range powerRank) {
    /** Up to here most levels give one step, from here on more. */
    private static final int LAST_EARLY = 15;

    private static final int EVERY = 5;
    private static final int LATE_STEPS = 2;
    private static final int MORE_EVERY_FIFTH = 3;

    static GemNumbers of(GemTables tables, Tier tier, GemType type) {
        return new GemNumbers(
                tier,
                type,
                one(tables.bases(), row -> row.isFor(tier, type)),
                one(tables.thresholds(), row -> row.isFor(tier, type)),
                one(tables.powerRanks(), row -> row.isFor(tier, type)).range());
    }

    private static <T> T one(List<T> rows, Predicate<T> wanted) {
        return rows.stream().filter(wanted).findFirst().orElseThrow();
    }

    /** @param stat one that has numbers */
    double base(StatType stat) {
        return base.of(stat.id());
    }

    Range threshold(StatType stat) {
        return threshold.of(stat);
    }

    /**
     * All increments up to a level together. Not added up one by one: callers may ask for any level.
     *
     * <p>Levels 1, 5, 10 and 15 give nothing, the others up to 14 one step each; later ones give two, every fifth five.
     */
    long increments(int level) {
        int early = Math.clamp(level, 1, LAST_EARLY);
        long late = Math.max(0L, (long) level - LAST_EARLY);
        return tier.prStep() * (early - 1 - early / EVERY + LATE_STEPS * late + MORE_EVERY_FIFTH * (late / EVERY));
    }

    double statValue(StatType stat, double progress, long containers, int level) {
        return base(stat) * threshold(stat).at(progress) * containers + base(stat) * increments(level);
    }
}
