package dev.kiwi.query.gem;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One roll of a stat.
 *
 * @param base as it was rolled, usually 0 to 1
 */
public record GemContainer(double base, List<AugmentCount> augments) {
    public GemContainer {
        augments = List.copyOf(augments);
    }

    /** @param base null to roll it */
    static GemContainer fresh(GemTables tables, @Nullable Double base, RandomGenerator random) {
        return new GemContainer(base == null ? random.nextDouble() : base, unused(tables));
    }

    /** Every kind of focus, none of them used. */
    public static List<AugmentCount> unused(GemTables tables) {
        return tables.augments().stream()
                .map(augment -> new AugmentCount(augment, 0))
                .toList();
    }

    public double increase() {
        double sum = 0;
        for (AugmentCount used : augments) {
            sum += used.increase();
        }
        return sum;
    }

    public double value() {
        return Math.min(realValue(), 1);
    }

    /** May pass 1. */
    public double realValue() {
        return base + increase();
    }

    GemContainer augmented(Augment with) {
        List<AugmentCount> more = new ArrayList<>(augments);
        for (int i = 0; i < more.size(); i++) {
            if (more.get(i).augment().equals(with)) {
                more.set(i, more.get(i).oneMore());
                return new GemContainer(base, more);
            }
        }
        more.add(new AugmentCount(with, 1));
        return new GemContainer(base, more);
    }
}
