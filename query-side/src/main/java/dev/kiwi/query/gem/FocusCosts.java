package dev.kiwi.query.gem;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What it costs to make rolls perfect, by each plan (gems.md, Focus plans). */
record FocusCosts(GemTables tables) {
    /** Key of the plan that is shown first. */
    static final String HEADLINE = "optimized_precise_rough";

    private static final double PERFECT = 100;
    private static final double ROUNDING = 1e-9;

    /** @param progress of a stat, 0 to 1 */
    record Need(double progress, long containers) {}

    /** By key, in the order of the plans. */
    Map<String, FocusTotal> of(List<Need> needs) {
        Map<String, FocusTotal> totals = new LinkedHashMap<>();
        for (FocusPlan plan : tables.focusPlans()) {
            totals.put(plan.key(), total(plan, needs));
        }
        return totals;
    }

    private FocusTotal total(FocusPlan plan, List<Need> needs) {
        Map<String, Long> counts = new HashMap<>();
        for (Need need : needs) {
            long units = units(need.progress());
            for (String key : plan.uses()) {
                int each = focus(key).units();
                counts.merge(key, units / each * need.containers(), Long::sum);
                units %= each;
            }
        }
        return new FocusTotal(
                plan.key(),
                plan.label(),
                counts.getOrDefault("superior", 0L),
                counts.getOrDefault("precise", 0L),
                counts.getOrDefault("rough", 0L),
                counts.values().stream().mapToLong(Long::longValue).sum(),
                materials(counts));
    }

    /** That one roll lacks. */
    private long units(double progress) {
        double remaining = Math.max(0, PERFECT - Rounded.to(2, progress * PERFECT));
        return (long) Math.max(0, Math.ceil((remaining - ROUNDING) / tables.focusUnitPercent()));
    }

    private Map<String, Long> materials(Map<String, Long> counts) {
        Map<String, Long> amounts = new LinkedHashMap<>();
        for (Focus focus : tables.foci()) {
            long count = counts.getOrDefault(focus.key(), 0L);
            for (Material material : focus.materials()) {
                if (count > 0) {
                    amounts.merge(material.material(), material.amount() * count, Long::sum);
                }
            }
        }
        return amounts;
    }

    private Focus focus(String key) {
        return tables.foci().stream()
                .filter(focus -> focus.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
