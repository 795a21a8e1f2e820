package dev.kiwi.query.gem;

import dev.kiwi.query.gem.FocusCosts.Need;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How good a gem is, by its power rank alone (gems.md, evaluate-simple).
 *
 * @param level as it counts: at least 1
 * @param quality 0 to 1, four decimals
 * @param distance how far the power rank lies outside of the range; 0 inside
 */
public record SimpleEvaluation(
        int tier,
        String tierName,
        int type,
        String typeName,
        int level,
        double powerRank,
        double minPowerRank,
        double maxPowerRank,
        double quality,
        double qualityPercent,
        boolean isWithinRange,
        double distance,
        Map<String, FocusTotal> focusTotals,
        FocusTotal headlineCost) {
    private static final int QUALITY_DECIMALS = 4;

    /** @throws dev.kiwi.api.kernel.Refusal for an unknown id, and a level that the tier has not */
    public static SimpleEvaluation of(GemTables tables, int tierId, int typeId, double powerRank, int askedLevel) {
        Tier tier = Known.row(tables.tier(tierId), tierId, "tier");
        GemType type = Known.row(tables.type(typeId), typeId, "type");
        if (askedLevel > tier.maxLevel()) {
            throw Known.refusal(tier.name() + " gems have levels up to " + tier.maxLevel() + ".");
        }
        int level = Math.max(askedLevel, 1);
        GemNumbers numbers = tables.numbers(tier, type);
        int containers = Gem.STATS + tables.procs(level);
        double fixed = type.powerRank() + Gem.STATS * numbers.increments(level);
        double least = numbers.powerRank().low() * containers + fixed;
        double most = numbers.powerRank().high() * containers + fixed;
        double within = Math.clamp(powerRank, least, most);
        double quality = (within - least) / (most - least);
        Map<String, FocusTotal> costs = new FocusCosts(tables).of(List.of(new Need(quality, containers)));
        return new SimpleEvaluation(
                tier.id(),
                tier.name(),
                type.id(),
                type.name(),
                level,
                powerRank,
                least,
                most,
                Rounded.to(QUALITY_DECIMALS, quality),
                Rounded.to(2, quality * 100),
                powerRank == within,
                Math.abs(powerRank - within),
                costs,
                Objects.requireNonNull(costs.get(FocusCosts.HEADLINE)));
    }
}
