package dev.kiwi.query.gem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes gems (gems.md, generate). The same random numbers make the same gem. */
public record GemRoller(GemTables tables) {
    /**
     * @param id of the gem
     * @throws dev.kiwi.api.kernel.Refusal for an unknown id
     */
    public Gem roll(GemWish wish, long id, RandomGenerator random) {
        Tier tier = chosen(wish.tier(), tables::tier, tables.tiers(), "tier", random);
        GemType type = chosen(wish.type(), tables::type, tables.types(), "type", random);
        Element element = chosen(wish.element(), tables::element, tables.elements(), "element", random);
        Restriction restriction = type.isEmpowered() ? null : restriction(wish.restriction(), random);
        List<GemStat> stats = stats(wish, element, restriction, random);
        Ability ability = type.isEmpowered() ? ability(element, random) : null;
        int level = Math.min(wish.level(), tier.maxLevel());
        return new Gem(id, tier, type, element, restriction, ability, level, stats, wish.augmentation());
    }

    private static <T> T chosen(
            @Nullable Integer id, IntFunction<Optional<T>> find, List<T> all, String what, RandomGenerator random) {
        return id == null || id == 0 ? any(all, random) : Known.row(find.apply(id), id, what);
    }

    private Restriction restriction(@Nullable Integer id, RandomGenerator random) {
        return id == null ? any(tables.restrictions(), random) : Known.row(tables.restriction(id), id, "restriction");
    }

    private List<GemStat> stats(
            GemWish wish, Element element, @Nullable Restriction restriction, RandomGenerator random) {
        // An Empowered gem rolls as one of the two, and is none.
        Restriction rolled = restriction == null ? any(tables.restrictions(), random) : restriction;
        List<Integer> pool = new ArrayList<>(rolled.rollPool());
        List<Integer> types = new ArrayList<>();
        for (int i = 0; i < Gem.STATS; i++) {
            types.add(pool.remove(random.nextInt(pool.size())));
        }
        int light = element.id() == Element.COSMIC ? random.nextInt(Gem.STATS) : -1;
        List<GemStat> stats = new ArrayList<>();
        for (int i = 0; i < Gem.STATS; i++) {
            int type = i == light ? StatType.LIGHT : types.get(i);
            StatType stat = tables.statType(type).orElseThrow();
            stats.add(new GemStat(stat, List.of(container(wish, random)), i == light));
        }
        for (int proc = tables.procs(wish.level()); proc > 0; proc--) {
            int position = random.nextInt(Gem.STATS);
            stats.set(position, stats.get(position).with(container(wish, random)));
        }
        return stats;
    }

    private GemContainer container(GemWish wish, RandomGenerator random) {
        return GemContainer.fresh(tables, wish.augmentation(), random);
    }

    private Ability ability(Element element, RandomGenerator random) {
        return tables.ability(any(element.abilities(), random)).orElseThrow();
    }

    /** All are as likely. */
    static <T> T any(List<T> all, RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }
}
