package dev.kiwi.query.gamedata;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The classes of the game (stats.md), alphabetical by display name.
 *
 * @param stats what {@link GameClass#base} has the values of, in that order
 * @param bonuses what {@link GameClass#bonuses} has the percents of
 * @param levels of a subclass, which {@link Subclass#perLevel} has the values of
 * @param milestones of power rank, which {@link Subclass#power} has the texts of
 */
public record ClassTable(
        List<StatName> stats,
        List<String> bonuses,
        List<Integer> levels,
        List<Integer> milestones,
        List<GameClass> classes) {
    public static final GameFile<ClassTable> FILE = new GameFile<>(ClassTable.class, "classes.json");

    private static final List<String> DAMAGE_TYPES = List.of("Physical", "Magic");
    private static final List<String> ABILITY_TYPES = List.of("Passive", "Active", "Upgrade");

    public ClassTable {
        stats = Row.unique(stats, StatName::name, "stats");
        bonuses = Row.unique(bonuses, Function.identity(), "bonuses");
        levels = Row.unique(levels, Function.identity(), "levels");
        milestones = Row.unique(milestones, Function.identity(), "milestones");
        classes = Row.unique(classes, GameClass::techName, "classes");
        Row.unique(classes, GameClass::name, "classes");
        Row.unique(classes, GameClass::boardIndex, "board indexes");
        for (GameClass one : classes) {
            Row.count(one.base(), stats.size(), one.name() + " base");
            Row.count(one.bonuses(), bonuses.size(), one.name() + " bonuses");
            Row.count(one.subclass().perLevel(), levels.size(), one.name() + " subclass levels");
            Row.count(one.subclass().power(), milestones.size(), one.name() + " subclass power");
        }
    }

    public record StatName(String name, boolean percentage) {
        public StatName {
            Row.text(name, "stat name");
        }
    }

    /**
     * @param techName the stable key, such as {@code adventurer} for the Boomeranger
     * @param boardIndex the index within ranges of leaderboard numbers, by release
     * @param base null for a stat that the class lacks
     */
    public record GameClass(
            String techName,
            String name,
            int boardIndex,
            String damageType,
            List<String> shorts,
            List<String> weapons,
            List<String> attributes,
            List<@Nullable Double> base,
            List<Double> bonuses,
            Subclass subclass,
            List<ClassAbility> abilities) {
        public GameClass {
            Row.text(techName, "tech_name");
            Row.text(name, "name");
            Row.check(boardIndex >= 0, name + ": board_index is negative");
            Row.oneOf(damageType, DAMAGE_TYPES, "damage_type");
            shorts = List.copyOf(shorts);
            weapons = List.copyOf(weapons);
            attributes = List.copyOf(attributes);
            base = Collections.unmodifiableList(base);
            bonuses = List.copyOf(bonuses);
            Row.check(subclass != null, name + " has no subclass");
            abilities = List.copyOf(abilities);
        }
    }

    /** @param absolute the value replaces the stat instead of being added to it */
    public record Subclass(
            String name,
            String description,
            String stat,
            boolean percentage,
            boolean absolute,
            List<Double> perLevel,
            List<String> power) {
        public Subclass {
            Row.text(name, "subclass name");
            Row.text(description, "subclass description");
            Row.text(stat, "subclass stat");
            perLevel = List.copyOf(perLevel);
            power = List.copyOf(power);
        }
    }

    public record ClassAbility(String name, String icon, String type, List<AbilityStage> stages) {
        public ClassAbility {
            Row.text(name, "ability name");
            Row.text(icon, "ability icon");
            Row.oneOf(type, ABILITY_TYPES, "ability type");
            stages = List.copyOf(stages);
        }
    }

    public record AbilityStage(String name, double base, double multiplier) {
        public AbilityStage {
            Row.text(name, "stage name");
        }
    }

    public Optional<GameClass> byName(String displayName) {
        return classes.stream().filter(one -> one.name().equals(displayName)).findFirst();
    }

    /** 0 for a stat that the class lacks. */
    public double base(GameClass one, String stat) {
        for (int i = 0; i < stats.size(); i++) {
            if (stats.get(i).name().equals(stat)) {
                Double value = one.base().get(i);
                return value == null ? 0 : value;
            }
        }
        throw new IllegalArgumentException("There is no stat " + stat);
    }

    /** In percent. */
    public double bonus(GameClass one, String stat) {
        return one.bonuses().get(bonuses.indexOf(Row.oneOf(stat, bonuses, "bonus")));
    }
}
