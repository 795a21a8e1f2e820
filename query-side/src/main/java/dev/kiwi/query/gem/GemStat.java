package dev.kiwi.query.gem;

import java.util.ArrayList;
import java.util.List;

/**
 * A stat of a gem.
 *
 * @param containers its rolls: one and its procs
 * @param locked whether a spark leaves it alone
 */
public record GemStat(StatType type, List<GemContainer> containers, boolean locked) {
    public GemStat {
        containers = List.copyOf(containers);
    }

    /** How far its rolls are on average: 1 when nothing can be added, 0 without rolls. */
    public double progress() {
        double sum = 0;
        for (GemContainer container : containers) {
            sum += container.realValue();
        }
        return containers.isEmpty() ? 0 : Math.min(sum / containers.size(), 1);
    }

    GemStat as(StatType other) {
        return new GemStat(other, containers, locked);
    }

    GemStat with(GemContainer last) {
        List<GemContainer> more = new ArrayList<>(containers);
        more.add(last);
        return new GemStat(type, more, locked);
    }

    GemStat withoutLast() {
        return new GemStat(type, containers.subList(0, containers.size() - 1), locked);
    }

    GemStat with(int position, GemContainer container) {
        List<GemContainer> changed = new ArrayList<>(containers);
        changed.set(position, container);
        return new GemStat(type, changed, locked);
    }
}
