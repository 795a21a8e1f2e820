package dev.kiwi.query.gem;

import dev.kiwi.query.gamedata.CrossReferenced;
import dev.kiwi.query.gamedata.GameFile;
import dev.kiwi.query.gamedata.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything that is fixed about gems (gems.md, Ids and Tables). Ids are those of the wire.
 *
 * @param procLevels levels at which a gem gets one more roll, ascending
 * @param focusUnitPercent how much of a roll one unit of focus fills
 * @param foci largest first
 */
public record GemTables(
        List<Tier> tiers,
        List<GemType> types,
        List<Element> elements,
        List<Restriction> restrictions,
        List<StatType> statTypes,
        List<Augment> augments,
        List<Ability> abilities,
        List<Integer> procLevels,
        List<BaseRow> bases,
        List<ThresholdRow> thresholds,
        List<PowerRankRow> powerRanks,
        double focusUnitPercent,
        List<Focus> foci,
        List<FocusPlan> focusPlans)
        implements CrossReferenced {
    public static final GameFile<GemTables> FILE = new GameFile<>(GemTables.class, "gems.json");

    public GemTables {
        tiers = Row.unique(tiers, Tier::id, "tiers");
        types = Row.unique(types, GemType::id, "types");
        elements = Row.unique(elements, Element::id, "elements");
        restrictions = Row.unique(restrictions, Restriction::id, "restrictions");
        statTypes = Row.unique(statTypes, StatType::id, "stat_types");
        augments = Row.unique(augments, Augment::id, "augments");
        abilities = Row.unique(abilities, Ability::id, "abilities");
        procLevels = Row.unique(procLevels, Function.identity(), "proc_levels");
        bases = Row.unique(bases, row -> row.tier() + " " + row.types(), "bases");
        thresholds = Row.unique(thresholds, row -> row.tier() + " " + row.type(), "thresholds");
        powerRanks = Row.unique(powerRanks, row -> row.tier() + " " + row.type(), "power_ranks");
        Row.check(focusUnitPercent > 0, "focus_unit_percent is not positive");
        foci = Row.unique(foci, Focus::key, "foci");
        focusPlans = Row.unique(focusPlans, FocusPlan::key, "focus_plans");
    }

    @Override
    public void checkReferences() {
        GemReferences.check(this);
    }

    /** How many rolls a gem has got by a level, on top of one a stat. */
    public int procs(int level) {
        return (int) procLevels.stream().filter(at -> at <= level).count();
    }

    public GemNumbers numbers(Tier tier, GemType type) {
        return GemNumbers.of(this, tier, type);
    }

    public Optional<Tier> tier(int id) {
        return tiers.stream().filter(row -> row.id() == id).findFirst();
    }

    public Optional<GemType> type(int id) {
        return types.stream().filter(row -> row.id() == id).findFirst();
    }

    public Optional<Element> element(int id) {
        return elements.stream().filter(row -> row.id() == id).findFirst();
    }

    public Optional<Restriction> restriction(int id) {
        return restrictions.stream().filter(row -> row.id() == id).findFirst();
    }

    public Optional<StatType> statType(int id) {
        return statTypes.stream().filter(row -> row.id() == id).findFirst();
    }

    public Optional<Augment> augment(int id) {
        return augments.stream().filter(row -> row.id() == id).findFirst();
    }

    public Optional<Ability> ability(int id) {
        return abilities.stream().filter(row -> row.id() == id).findFirst();
    }
}
