package dev.kiwi.query.gem;

import dev.kiwi.query.gamedata.Row;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the rows of one list of {@link GemTables} say of those of another. */
final class GemReferences {
    private GemReferences() {}

    static void check(GemTables tables) {
        for (Tier tier : tables.tiers()) {
            for (GemType type : tables.types()) {
                String gem = tier.name() + " " + type.name();
                one(tables.bases(), row -> row.isFor(tier, type), gem + ": bases");
                one(tables.thresholds(), row -> row.isFor(tier, type), gem + ": thresholds");
                one(tables.powerRanks(), row -> row.isFor(tier, type), gem + ": power_ranks");
            }
        }
        checkPools(tables);
        Row.check(
                tables.focusPlans().stream().anyMatch(plan -> plan.key().equals(FocusCosts.HEADLINE)),
                "focus_plans: there is no " + FocusCosts.HEADLINE);
        Set<String> foci = tables.foci().stream().map(Focus::key).collect(Collectors.toSet());
        for (FocusPlan plan : tables.focusPlans()) {
            Row.check(foci.containsAll(plan.uses()), plan.key() + ": a focus is unknown");
        }
    }

    private static <T> void one(List<T> rows, Predicate<T> wanted, String what) {
        long found = rows.stream().filter(wanted).count();
        Row.check(found == 1, what + ": " + found + " rows instead of 1");
    }

    private static void checkPools(GemTables tables) {
        Set<Integer> abilities = tables.abilities().stream().map(Ability::id).collect(Collectors.toSet());
        Set<Integer> rolls = tables.statTypes().stream()
                .filter(StatType::hasNumbers)
                .map(StatType::id)
                .collect(Collectors.toSet());
        for (Element element : tables.elements()) {
            Row.check(abilities.containsAll(element.abilities()), element.name() + ": an ability is unknown");
            Row.check(rolls.containsAll(element.sparkPool()), element.name() + ": a stat type never rolls");
        }
        for (Restriction restriction : tables.restrictions()) {
            Row.check(rolls.containsAll(restriction.rollPool()), restriction.name() + ": a stat type never rolls");
        }
    }
}
