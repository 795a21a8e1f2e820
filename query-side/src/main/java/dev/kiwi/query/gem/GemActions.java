package dev.kiwi.query.gem;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** What can be done to a gem (gems.md, Actions). The gem that is given stays as it is. */
public record GemActions(GemTables tables) {
    /** @param applied whether anything was done; if not, the gem is the one that was given */
    public record Outcome(boolean applied, Gem gem) {
        private static Outcome none(Gem gem) {
            return new Outcome(false, gem);
        }

        private static Outcome done(Gem gem) {
            return new Outcome(true, gem);
        }
    }

    /**
     * Fills up the first roll that is not full.
     *
     * @param augment id of the focus
     */
    public Outcome augment(Gem gem, int position, int augment) {
        Augment with = Known.row(tables.augment(augment), augment, "augment type");
        GemStat stat = stat(gem, position);
        List<GemContainer> containers = stat.containers();
        // Rolls that are more than full lift the mean for those that are not.
        for (int i = 0; stat.progress() < 1 && i < containers.size(); i++) {
            GemContainer container = containers.get(i);
            if (container.realValue() < 1) {
                return Outcome.done(gem.with(position, stat.with(i, container.augmented(with))));
            }
        }
        return Outcome.none(gem);
    }

    /** Makes a stat one that the gem has not; the rolls stay. */
    public Outcome spark(Gem gem, int position, RandomGenerator random) {
        GemStat stat = stat(gem, position);
        List<Integer> pool = stat.locked() ? List.of() : sparkPool(gem);
        if (pool.isEmpty()) {
            return Outcome.none(gem);
        }
        int chosen = GemRoller.any(pool, random);
        return Outcome.done(gem.with(position, stat.as(tables.statType(chosen).orElseThrow())));
    }

    private static List<Integer> sparkPool(Gem gem) {
        Restriction restriction = gem.restriction();
        List<Integer> pool = new ArrayList<>(restriction == null ? gem.element().sparkPool() : restriction.rollPool());
        pool.removeIf(gem::has);
        if (gem.has(StatType.PHYSICAL_DAMAGE)) {
            pool.remove(Integer.valueOf(StatType.MAGIC_DAMAGE));
        }
        if (gem.has(StatType.MAGIC_DAMAGE)) {
            pool.remove(Integer.valueOf(StatType.PHYSICAL_DAMAGE));
        }
        return pool;
    }

    /** Moves a stat's last roll to another stat. */
    public Outcome flare(Gem gem, int position, RandomGenerator random) {
        GemStat stat = stat(gem, position);
        if (stat.containers().size() <= 1) {
            return Outcome.none(gem);
        }
        List<Integer> others = positions().filter(i -> i != position).boxed().toList();
        int to = GemRoller.any(others, random);
        GemStat target = gem.stats().get(to).with(stat.containers().getLast());
        return Outcome.done(gem.with(position, stat.withoutLast()).with(to, target));
    }

    public Outcome levelUp(Gem gem, RandomGenerator random) {
        if (gem.level() >= gem.tier().maxLevel()) {
            return Outcome.none(gem);
        }
        Gem risen = gem.atLevel(gem.level() + 1);
        boolean proc = tables.procLevels().contains(risen.level());
        return Outcome.done(proc ? withAnotherRoll(risen, random) : risen);
    }

    /** @param level at least 1; more than the tier has is its most */
    public Outcome setLevel(Gem gem, int level, RandomGenerator random) {
        if (level == gem.level()) {
            return Outcome.none(gem);
        }
        int reached = Math.min(level, gem.tier().maxLevel());
        int containers = Gem.STATS + tables.procs(reached);
        Gem changed = gem.atLevel(reached);
        while (changed.containers() < containers) {
            changed = withAnotherRoll(changed, random);
        }
        while (changed.containers() > containers) {
            changed = withoutARoll(changed, random);
        }
        return Outcome.done(changed);
    }

    private Gem withAnotherRoll(Gem gem, RandomGenerator random) {
        int position = random.nextInt(Gem.STATS);
        GemContainer fresh = GemContainer.fresh(tables, gem.augmentation(), random);
        return gem.with(position, gem.stats().get(position).with(fresh));
    }

    /** There are more rolls than stats, so that one has more than one. */
    private static Gem withoutARoll(Gem gem, RandomGenerator random) {
        List<Integer> several = positions()
                .filter(i -> gem.stats().get(i).containers().size() > 1)
                .boxed()
                .toList();
        int position = GemRoller.any(several, random);
        return gem.with(position, gem.stats().get(position).withoutLast());
    }

    private static IntStream positions() {
        return IntStream.range(0, Gem.STATS);
    }

    private static GemStat stat(Gem gem, int position) {
        if (position >= Gem.STATS) {
            throw Known.refusal(
                    "There is no stat at position " + position + "; positions are 0 to " + (Gem.STATS - 1) + ".");
        }
        return gem.stats().get(position);
    }
}
