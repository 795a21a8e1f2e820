package dev.kiwi.web.stat;

import dev.kiwi.query.gamedata.ClassTable;
import dev.kiwi.query.gamedata.ClassTable.ClassAbility;
import dev.kiwi.query.gamedata.ClassTable.GameClass;
import dev.kiwi.query.gamedata.ClassTable.StatName;
import dev.kiwi.query.gamedata.ClassTable.Subclass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A class with all its numbers (stats.md, Class object). */
record ClassSheet(
        String techName,
        String name,
        List<String> shorts,
        String damageType,
        List<String> weapons,
        List<String> attributes,
        List<ClassStat> stats,
        List<ClassStat> bonuses,
        ClassSubclass subclass,
        List<ClassAbility> abilities) {
    /**
     * @param value null for a stat that the class lacks
     * @param absolute the value replaces the stat instead of being added
     */
    record ClassStat(String name, @Nullable Double value, boolean percentage, boolean absolute) {}

    /**
     * @param level what it gives, by level
     * @param power what it does, by power rank
     */
    record ClassSubclass(
            String name, String description, Map<String, List<ClassStat>> level, Map<String, String> power) {}

    static ClassSheet of(ClassTable table, GameClass one) {
        return new ClassSheet(
                one.techName(),
                one.name(),
                one.shorts(),
                one.damageType(),
                one.weapons(),
                one.attributes(),
                stats(table, one),
                bonuses(table, one),
                subclass(table, one.subclass()),
                one.abilities());
    }

    private static List<ClassStat> stats(ClassTable table, GameClass one) {
        return IntStream.range(0, table.stats().size())
                .mapToObj(i -> {
                    StatName stat = table.stats().get(i);
                    return new ClassStat(stat.name(), one.base().get(i), stat.percentage(), false);
                })
                .toList();
    }

    private static List<ClassStat> bonuses(ClassTable table, GameClass one) {
        return IntStream.range(0, table.bonuses().size())
                .mapToObj(
                        i -> new ClassStat(table.bonuses().get(i), one.bonuses().get(i), true, false))
                .toList();
    }

    private static ClassSubclass subclass(ClassTable table, Subclass subclass) {
        Map<String, List<ClassStat>> level = new LinkedHashMap<>();
        for (int i = 0; i < table.levels().size(); i++) {
            Double value = subclass.perLevel().get(i);
            level.put(
                    String.valueOf(table.levels().get(i)),
                    List.of(new ClassStat(subclass.stat(), value, subclass.percentage(), subclass.absolute())));
        }
        Map<String, String> power = new LinkedHashMap<>();
        for (int i = 0; i < table.milestones().size(); i++) {
            power.put(
                    String.valueOf(table.milestones().get(i)), subclass.power().get(i));
        }
        return new ClassSubclass(subclass.name(), subclass.description(), level, power);
    }
}
