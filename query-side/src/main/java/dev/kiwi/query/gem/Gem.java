package dev.kiwi.query.gem;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A gem as its owner holds it.
 *
 * @param id hundredths of a second
 * @param restriction of a Lesser gem
 * @param ability of an Empowered gem
 * @param stats always {@link #STATS}
 * @param augmentation the base of rolls that it gets later; null to roll them
 */
public record Gem(
        long id,
        Tier tier,
        GemType type,
        Element element,
        @Nullable Restriction restriction,
        @Nullable Ability ability,
        int level,
        List<GemStat> stats,
        @Nullable Double augmentation) {
    public static final int STATS = 3;

    public Gem {
        stats = List.copyOf(stats);
        if (stats.size() != STATS) {
            throw new IllegalArgumentException(stats.size() + " stats instead of " + STATS);
        }
    }

    public boolean isMaxLevel() {
        return level == tier.maxLevel();
    }

    /** Of all stats together. */
    int containers() {
        return stats.stream().mapToInt(stat -> stat.containers().size()).sum();
    }

    boolean has(int statType) {
        return stats.stream().anyMatch(stat -> stat.type().id() == statType);
    }

    Gem with(int position, GemStat stat) {
        List<GemStat> changed = new ArrayList<>(stats);
        changed.set(position, stat);
        return new Gem(id, tier, type, element, restriction, ability, level, changed, augmentation);
    }

    Gem atLevel(int other) {
        return new Gem(id, tier, type, element, restriction, ability, other, stats, augmentation);
    }
}
