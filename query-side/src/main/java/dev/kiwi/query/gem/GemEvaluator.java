package dev.kiwi.query.gem;

import dev.kiwi.query.gem.FocusCosts.Need;
import dev.kiwi.query.gem.GemEvaluation.EvaluatedStat;
import dev.kiwi.query.gem.GemReading.StatReading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says how good a gem is from the values that the game shows (gems.md, evaluate). */
public record GemEvaluator(GemTables tables) {
    private static final int QUALITY_DECIMALS = 4;

    /** @throws dev.kiwi.api.kernel.Refusal for what no gem is */
    public GemEvaluation evaluate(GemReading gem) {
        Tier tier = Known.row(tables.tier(gem.tier()), gem.tier(), "tier");
        GemType type = Known.row(tables.type(gem.type()), gem.type(), "type");
        List<StatType> stats = stats(gem.stats());
        GemNumbers numbers = tables.numbers(tier, type);
        int procs = tables.procs(gem.level());
        ProcGuess guess = new ProcGuess(numbers, stats, gem.stats(), gem.level());
        List<Integer> spread = spread(gem, procs, guess);
        List<StatEstimate> estimates = guess.estimates(spread);
        double quality = quality(estimates);
        Restriction restriction = restriction(stats);
        Element element = tables.element(has(stats, StatType.LIGHT) ? Element.COSMIC : Element.WATER)
                .orElseThrow();
        List<String> issues = issues(estimates);
        Map<String, FocusTotal> costs = new FocusCosts(tables)
                .of(estimates.stream()
                        .map(estimate -> new Need(estimate.progress(), estimate.containers()))
                        .toList());
        return new GemEvaluation(
                tier.id(),
                type.id(),
                type.name(),
                element.id(),
                element.name(),
                restriction == null ? null : restriction.id(),
                restriction == null ? "Any" : restriction.name(),
                gem.level(),
                Rounded.to(QUALITY_DECIMALS, quality),
                Rounded.to(2, quality * 100),
                powerRank(type, numbers.increments(gem.level()), estimates),
                !issues.isEmpty(),
                issues,
                estimates.stream().map(EvaluatedStat::of).toList(),
                costs,
                Objects.requireNonNull(costs.get(FocusCosts.HEADLINE)),
                procs,
                spread);
    }

    private List<StatType> stats(List<StatReading> readings) {
        if (readings.size() != Gem.STATS) {
            throw Known.refusal("A gem has exactly " + Gem.STATS + " stats; " + readings.size() + " were given.");
        }
        List<StatType> stats = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (StatReading reading : readings) {
            StatType stat = Known.rolling(tables, reading.type());
            if (!seen.add(stat.id())) {
                throw Known.refusal(stat.name() + " is given twice; a gem has three different stats.");
            }
            if (reading.extraContainers() < 0) {
                throw Known.refusal(stat.name() + ": extra_containers is below 0.");
            }
            stats.add(stat);
        }
        if (has(stats, StatType.PHYSICAL_DAMAGE) && has(stats, StatType.MAGIC_DAMAGE)) {
            throw Known.refusal("No gem has both Physical Damage and Magic Damage.");
        }
        return stats;
    }

    private static boolean has(List<StatType> stats, int type) {
        return stats.stream().anyMatch(stat -> stat.id() == type);
    }

    private @Nullable Restriction restriction(List<StatType> stats) {
        if (has(stats, StatType.PHYSICAL_DAMAGE)) {
            return tables.restriction(Restriction.FIERCE).orElseThrow();
        }
        return has(stats, StatType.MAGIC_DAMAGE)
                ? tables.restriction(Restriction.ARCANE).orElseThrow()
                : null;
    }

    private static List<Integer> spread(GemReading gem, int procs, ProcGuess guess) {
        List<Integer> given =
                gem.stats().stream().map(StatReading::extraContainers).toList();
        long sum = given.stream().mapToLong(Integer::longValue).sum();
        return gem.autoGuessProcs() || sum != procs ? guess.best(procs) : given;
    }

    private static double quality(List<StatEstimate> estimates) {
        double sum = 0;
        long containers = 0;
        for (StatEstimate estimate : estimates) {
            sum += estimate.progress() * estimate.containers();
            containers += estimate.containers();
        }
        return sum / containers;
    }

    private static long powerRank(GemType type, long increments, List<StatEstimate> estimates) {
        double sum = type.powerRank() + (double) (Gem.STATS * increments);
        for (StatEstimate estimate : estimates) {
            sum += estimate.powerRank();
        }
        return Rounded.whole(sum);
    }

    private static List<String> issues(List<StatEstimate> estimates) {
        List<String> issues = new ArrayList<>();
        for (StatEstimate estimate : estimates) {
            if (estimate.isBelow()) {
                issues.add(estimate.stat().name() + ": below the minimum for this level and proc spread");
            }
            if (estimate.isAbove()) {
                issues.add(estimate.stat().name() + ": above the maximum for this level and proc spread");
            }
        }
        return issues;
    }
}
