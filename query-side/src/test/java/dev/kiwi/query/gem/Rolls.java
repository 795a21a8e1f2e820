package dev.kiwi.query.gem;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Gems for tests. */
final class Rolls {
    static final GemTables TABLES = GemTables.FILE.get();

    private Rolls() {}

    static Gem gem(@Nullable Integer tier, @Nullable Integer type, @Nullable Integer element, int level, long seed) {
        return new GemRoller(TABLES)
                .roll(new GemWish(tier, type, element, null, level, null), 1, new SplittableRandom(seed));
    }

    /** A Mystic Lesser gem with these bases of rolls, of Physical Damage, Critical Damage and Critical Hit. */
    static Gem gem(double[]... bases) {
        List<GemStat> stats = new ArrayList<>();
        for (double[] rolls : bases) {
            List<GemContainer> containers = new ArrayList<>();
            for (double base : rolls) {
                containers.add(new GemContainer(base, GemContainer.unused(TABLES)));
            }
            int type = List.of(1, 3, 4).get(stats.size());
            stats.add(new GemStat(TABLES.statType(type).orElseThrow(), containers, false));
        }
        return new Gem(
                1,
                TABLES.tier(4).orElseThrow(),
                TABLES.type(1).orElseThrow(),
                TABLES.element(1).orElseThrow(),
                TABLES.restriction(1).orElseThrow(),
                null,
                1,
                stats,
                null);
    }
}
