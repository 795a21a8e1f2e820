package dev.kiwi.query.gem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a stat can be worth (gems.md, stat-range).
 *
 * @param element as asked for; otherwise the usual one of the stat
 * @param thresholds steps of the worst roll and of the best
 */
public record StatRange(
        int statType,
        String statDisplayName,
        int element,
        long containers,
        double minValue,
        double maxValue,
        double statBase,
        List<Double> thresholds) {
    /**
     * @param extraContainers at least 0
     * @throws dev.kiwi.api.kernel.Refusal for an unknown id
     */
    public static StatRange of(
            GemTables tables,
            int tierId,
            int typeId,
            int statTypeId,
            int level,
            int extraContainers,
            @Nullable Integer elementId) {
        Tier tier = Known.row(tables.tier(tierId), tierId, "tier");
        GemType type = Known.row(tables.type(typeId), typeId, "type");
        StatType stat = Known.rolling(tables, statTypeId);
        int element = elementId == null
                ? usual(stat)
                : Known.row(tables.element(elementId), elementId, "element").id();
        GemNumbers numbers = tables.numbers(tier, type);
        Range steps = numbers.threshold(stat);
        double base = numbers.base(stat);
        long containers = 1L + extraContainers;
        long increments = numbers.increments(level);
        return new StatRange(
                stat.id(),
                stat.name(),
                element,
                containers,
                base * (steps.low() * containers + increments),
                base * (steps.high() * containers + increments),
                base,
                List.of(steps.low(), steps.high()));
    }

    private static int usual(StatType stat) {
        return stat.id() == StatType.LIGHT ? Element.COSMIC : Element.WATER;
    }
}
