package dev.kiwi.query.rotation;

import dev.kiwi.api.rotation.Biome;
import dev.kiwi.api.rotation.DailyBuff;
import dev.kiwi.api.rotation.WeeklyBuff;
import dev.kiwi.query.gamedata.CrossReferenced;
import dev.kiwi.query.gamedata.GameFile;
import dev.kiwi.query.gamedata.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the rotations rotate through.
 *
 * @param dailyBuffs from Monday on
 * @param weeklyBuffs in the order of their weeks
 * @param longshade three lists of {@link #subBiomes}, one biome of each at a time
 * @param wildMana in the order of their weeks, names of {@link #groups}; as for {@link #stampy}
 */
public record RotationTables(
        List<DailyBuff> dailyBuffs,
        List<WeeklyBuff> weeklyBuffs,
        List<List<String>> longshade,
        List<String> wildMana,
        List<String> stampy,
        List<SubBiome> subBiomes,
        List<Group> groups)
        implements CrossReferenced {
    public static final GameFile<RotationTables> FILE = new GameFile<>(RotationTables.class, "rotations.json");

    private static final String COLOR = "[0-9a-f]{6}";
    private static final List<String> WEEKDAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    public RotationTables {
        dailyBuffs = Row.unique(dailyBuffs, DailyBuff::name, "daily_buffs");
        weeklyBuffs = Row.unique(weeklyBuffs, WeeklyBuff::name, "weekly_buffs");
        longshade = longshade.stream().map(List::copyOf).toList();
        wildMana = Row.unique(wildMana, name -> name, "wild_mana");
        stampy = Row.unique(stampy, name -> name, "stampy");
        subBiomes = Row.unique(subBiomes, SubBiome::name, "sub_biomes");
        groups = Row.unique(groups, Group::name, "groups");
        Row.check(dailyBuffs.stream().map(DailyBuff::weekday).toList().equals(WEEKDAYS), "daily_buffs: not a week");
        Row.count(weeklyBuffs, 4, "weekly_buffs");
        Row.count(longshade, 3, "longshade");
        dailyBuffs.forEach(RotationTables::check);
        weeklyBuffs.forEach(RotationTables::check);
    }

    /** A biome of Longshade and the one that it belongs to. */
    public record SubBiome(String name, String finalName, String icon) {
        public SubBiome {
            Row.text(name, "sub-biome name");
            Row.text(finalName, name + " final_name");
            Row.text(icon, name + " icon");
        }
    }

    public record Group(String name, String icon) {
        public Group {
            Row.text(name, "group name");
            Row.text(icon, name + " icon");
        }
    }

    private static void check(DailyBuff buff) {
        checkLook(buff.name(), buff.color(), buff.emoji());
        Row.unique(buff.normalBuffs(), text -> Row.text(text, buff.name()), buff.name() + " normal_buffs");
        Row.unique(buff.premiumBuffs(), text -> Row.text(text, buff.name()), buff.name() + " premium_buffs");
        Row.count(buff.premiumBuffs(), buff.normalBuffs().size(), buff.name() + " premium_buffs");
    }

    private static void check(WeeklyBuff buff) {
        checkLook(buff.name(), buff.color(), buff.emoji());
        Row.oneOf(buff.weekday(), WEEKDAYS, buff.name() + " weekday");
        Row.unique(buff.buffs(), text -> Row.text(text, buff.name()), buff.name() + " buffs");
    }

    private static void checkLook(String name, String color, String emoji) {
        Row.text(name, "name of a buff");
        Row.text(emoji, name + " emoji");
        Row.check(Row.text(color, name + " color").matches(COLOR), name + ": no color " + color);
    }

    @Override
    public void checkReferences() {
        Map<String, Biome> known = biomes();
        longshade.forEach(list -> list.forEach(name -> Row.oneOf(name, known.keySet(), "longshade")));
        Map<String, Biome> groupBiomes = groupBiomes();
        wildMana.forEach(name -> Row.oneOf(name, groupBiomes.keySet(), "wild_mana"));
        stampy.forEach(name -> Row.oneOf(name, groupBiomes.keySet(), "stampy"));
    }

    /** Sub-biomes by name. */
    Map<String, Biome> biomes() {
        return subBiomes.stream()
                .collect(Collectors.toMap(SubBiome::name, row -> new Biome(row.name(), row.finalName(), row.icon())));
    }

    /** Groups by name; a group is its own final name. */
    Map<String, Biome> groupBiomes() {
        Map<String, Biome> biomes = new HashMap<>();
        groups.forEach(group -> biomes.put(group.name(), new Biome(group.name(), group.name(), group.icon())));
        return biomes;
    }
}
