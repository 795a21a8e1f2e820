package dev.kiwi.query.rotation;

import dev.kiwi.api.rotation.Biome;
import dev.kiwi.api.rotation.CalendarEvent;
import dev.kiwi.api.rotation.CalendarEvent.CalendarBiome;
import dev.kiwi.api.rotation.CalendarType;
import dev.kiwi.api.rotation.DailyBuff;
import dev.kiwi.api.rotation.GameCycle;
import dev.kiwi.api.rotation.LuxionRun;
import dev.kiwi.api.rotation.TimeWindow;
import dev.kiwi.api.rotation.WeeklyBuff;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What overlaps a time, whole and not cut off at its ends (rotations.md 2.10). */
final class CalendarRows {
    private static final String VOTING_COLOR = "5ca8cc";
    private static final String SELLING_COLOR = "02679e";
    private static final String TWO_DAY_COLOR = "8bc34a";
    private static final String THREE_DAY_COLOR = "4caf50";

    private final Calculations calculations;
    private final List<LuxionRun> luxion;
    private final Map<Long, String> chests;

    /** @param chests captured names by the start of their week */
    CalendarRows(Calculations calculations, List<LuxionRun> luxion, Map<Long, String> chests) {
        this.calculations = calculations;
        this.luxion = luxion;
        this.chests = chests;
    }

    List<CalendarEvent> overlapping(TimeWindow time, Collection<CalendarType> types) {
        return types.stream()
                .flatMap(type -> rows(type, time))
                .sorted(Comparator.comparingLong(CalendarEvent::startsAt).thenComparing(CalendarEvent::type))
                .toList();
    }

    private Stream<CalendarEvent> rows(CalendarType type, TimeWindow time) {
        return switch (type) {
            case WEEKLY_BUFF -> each(GameCycle.WEEKLY_BUFF, time, this::weeklyBuff);
            case DAILY_BUFF -> each(GameCycle.DAILY_BUFF, time, this::dailyBuff);
            case CORRUXION ->
                each(GameCycle.CORRUXION, time, index -> named(type, GameCycle.CORRUXION, index, "Corruxion"));
            case FLUXION -> each(GameCycle.FLUXION, time, CalendarRows::fluxion);
            case GARDENING_2 ->
                each(
                        GameCycle.TWO_DAY_PLANTS,
                        time,
                        index -> row(
                                type,
                                Garden.TWO_DAY,
                                GameCycle.TWO_DAY_PLANTS.window(index),
                                TWO_DAY_COLOR,
                                null,
                                null));
            case GARDENING_3 ->
                each(
                        GameCycle.THREE_DAY_PLANTS,
                        time,
                        index -> row(
                                type,
                                Garden.THREE_DAY,
                                GameCycle.THREE_DAY_PLANTS.window(index),
                                THREE_DAY_COLOR,
                                null,
                                null));
            case STAMPY ->
                each(
                        GameCycle.STAMPY,
                        time,
                        index -> biomes(
                                type, "Stampy", GameCycle.STAMPY.window(index), calculations.biomes.stampyOf(index)));
            case MANA ->
                each(
                        GameCycle.WILD_MANA,
                        time,
                        index -> biomes(
                                type,
                                "Wild Mana",
                                GameCycle.WILD_MANA.window(index),
                                calculations.biomes.wildManaOf(index)));
            case LONGSHADE ->
                each(
                        GameCycle.LONGSHADE,
                        time,
                        index -> biomes(
                                type,
                                "Longshade",
                                GameCycle.LONGSHADE.window(index),
                                calculations.biomes.longshadeOf(index)));
            case CHAOS_CHEST -> each(GameCycle.CHAOS_CHEST, time, this::chaosChest);
            case LUXION ->
                luxion.stream()
                        .flatMap(run -> run.visits().stream())
                        // Who is seen at the end of a run begins another one on the same day.
                        .distinct()
                        .filter(time::overlaps)
                        .map(visit -> row(type, "Luxion", visit, null, null, null));
        };
    }

    /** By the number of each window of the cycle that overlaps the time. */
    private static Stream<CalendarEvent> each(GameCycle cycle, TimeWindow time, LongFunction<CalendarEvent> row) {
        // A window may reach from the period before into the time.
        return LongStream.rangeClosed(cycle.index(time.startsAt()) - 1, cycle.index(time.endsAt()))
                .filter(index -> cycle.window(index).overlaps(time))
                .mapToObj(row);
    }

    private CalendarEvent weeklyBuff(long index) {
        WeeklyBuff buff = calculations.buffs.ofWeek(index);
        return row(
                CalendarType.WEEKLY_BUFF, buff.name(), GameCycle.WEEKLY_BUFF.window(index), buff.color(), null, null);
    }

    private CalendarEvent dailyBuff(long index) {
        DailyBuff buff = calculations.buffs.ofDay(index);
        return row(CalendarType.DAILY_BUFF, buff.name(), GameCycle.DAILY_BUFF.window(index), buff.color(), null, null);
    }

    private static CalendarEvent fluxion(long index) {
        String phase = Merchants.phase(index);
        boolean voting = phase.equals(Merchants.VOTING);
        return row(
                CalendarType.FLUXION,
                voting ? "Fluxion (Voting)" : "Fluxion (Selling)",
                GameCycle.FLUXION.window(index),
                voting ? VOTING_COLOR : SELLING_COLOR,
                phase,
                null);
    }

    private CalendarEvent chaosChest(long index) {
        long week = GameCycle.CHAOS_CHEST.window(index).startsAt();
        return named(CalendarType.CHAOS_CHEST, GameCycle.CHAOS_CHEST, index, chests.getOrDefault(week, "Chaos Chest"));
    }

    private static CalendarEvent named(CalendarType type, GameCycle cycle, long index, String name) {
        return row(type, name, cycle.window(index), null, null, null);
    }

    private static CalendarEvent biomes(CalendarType type, String name, TimeWindow time, List<Biome> biomes) {
        return row(
                type,
                name,
                time,
                null,
                null,
                biomes.stream()
                        .map(biome -> new CalendarBiome(biome.name(), biome.icon()))
                        .toList());
    }

    private static CalendarEvent row(
            CalendarType type,
            String name,
            TimeWindow time,
            @Nullable String color,
            @Nullable String state,
            @Nullable List<CalendarBiome> biomes) {
        return new CalendarEvent(type.slug(), name, time.startsAt(), time.endsAt(), color, state, biomes);
    }
}
