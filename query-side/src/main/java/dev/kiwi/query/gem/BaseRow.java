package dev.kiwi.query.gem;

import dev.kiwi.query.gamedata.Row;
import java.util.List;
import java.util.function.Function;

/** The value of one step of each stat. */
public record BaseRow(
        int tier,
        List<Integer> types,
        Fraction damage,
        Fraction criticalDamage,
        Fraction criticalHit,
        Fraction maxHealth,
        Fraction maxHealthPct,
        Fraction light) {
    public BaseRow {
        types = Row.unique(types, Function.identity(), "types of a base");
    }

    boolean isFor(Tier tier, GemType type) {
        return this.tier == tier.id() && types.contains(type.id());
    }

    /** @throws IllegalArgumentException for a stat type without numbers */
    double of(int statType) {
        return switch (statType) {
            case 1, 2 -> damage.value();
            case 3 -> criticalDamage.value();
            case 4 -> criticalHit.value();
            case 5 -> maxHealth.value();
            case 6 -> maxHealthPct.value();
            case 7 -> light.value();
            default -> throw new IllegalArgumentException("Stat type " + statType + " has no numbers");
        };
    }
}
