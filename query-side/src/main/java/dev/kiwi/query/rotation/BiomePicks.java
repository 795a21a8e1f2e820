package dev.kiwi.query.rotation;

import dev.kiwi.api.rotation.Biome;
import dev.kiwi.api.rotation.BiomeWindow;
import dev.kiwi.api.rotation.Biomes;
import dev.kiwi.api.rotation.GameCycle;
import dev.kiwi.api.rotation.TimeWindow;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** Which biomes are chosen when (rotations.md 2.7 to 2.9). */
final class BiomePicks {
    private static final int LONGSHADE_UPCOMING = 16;
    private static final int WEEKS_UPCOMING = 7;
    private static final int WILD_MANA_WEEKS = 3;

    private final List<List<Biome>> longshade;
    private final List<Biome> wildMana;
    private final List<Biome> stampy;

    BiomePicks(RotationTables tables) {
        Map<String, Biome> subBiomes = tables.biomes();
        Map<String, Biome> groups = tables.groupBiomes();
        this.longshade = tables.longshade().stream()
                .map(names -> named(names, subBiomes))
                .toList();
        this.wildMana = named(tables.wildMana(), groups);
        this.stampy = named(tables.stampy(), groups);
    }

    private static List<Biome> named(List<String> names, Map<String, Biome> biomes) {
        return names.stream()
                .map(name -> Objects.requireNonNull(biomes.get(name), name))
                .toList();
    }

    Biomes longshade(long at) {
        return from(GameCycle.LONGSHADE, GameCycle.LONGSHADE.index(at), LONGSHADE_UPCOMING, this::longshadeOf);
    }

    Biomes wildMana(long at) {
        return from(GameCycle.WILD_MANA, GameCycle.WILD_MANA.index(at), WEEKS_UPCOMING, this::wildManaOf);
    }

    /** The current one may be still to come: Stampy is there for two days of the week. */
    Biomes stampy(long at) {
        return from(GameCycle.STAMPY, GameCycle.STAMPY.currentOrNext(at), WEEKS_UPCOMING, this::stampyOf);
    }

    List<Biome> longshadeOf(long slot) {
        return longshade.stream().map(list -> pick(list, slot)).toList();
    }

    /** This week's and those of the two weeks before. */
    List<Biome> wildManaOf(long week) {
        return LongStream.range(0, WILD_MANA_WEEKS)
                .mapToObj(ago -> pick(wildMana, week - ago))
                .toList();
    }

    List<Biome> stampyOf(long week) {
        return List.of(pick(stampy, week));
    }

    private static Biome pick(List<Biome> list, long index) {
        return list.get(Math.floorMod(index, list.size()));
    }

    private static Biomes from(GameCycle cycle, long first, int upcoming, LongFunction<List<Biome>> biomes) {
        List<BiomeWindow> windows = LongStream.rangeClosed(first, first + upcoming)
                .mapToObj(index -> {
                    TimeWindow time = cycle.window(index);
                    return new BiomeWindow(time.startsAt(), time.endsAt(), biomes.apply(index));
                })
                .toList();
        return new Biomes(windows.getFirst(), List.copyOf(windows.subList(1, windows.size())));
    }
}
