package dev.kiwi.query.gem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows from a gem (gems.md, Gem object). */
public record GemWorth(Gem gem, GemNumbers numbers) {
    public static GemWorth of(Gem gem, GemTables tables) {
        return new GemWorth(gem, tables.numbers(gem.tier(), gem.type()));
    }

    /** Of an Empowered gem that of its ability, null without one. */
    public @Nullable String name() {
        if (gem.type().isEmpowered()) {
            return gem.ability() == null ? null : gem.ability().name();
        }
        String tier = gem.tier().name() + " Gem";
        return gem.restriction() == null ? tier : gem.restriction().name() + " " + tier;
    }

    /** 0 to 1, thousandths. */
    public double quality() {
        List<GemContainer> containers =
                gem.stats().stream().flatMap(stat -> stat.containers().stream()).toList();
        if (containers.isEmpty()) {
            return 0;
        }
        double sum = 0;
        for (GemContainer container : containers) {
            sum += container.value();
        }
        return Rounded.to(1, sum / containers.size() * 100) / 100;
    }

    public long powerRank() {
        double sum = gem.type().powerRank();
        for (GemStat stat : gem.stats()) {
            sum += numbers.powerRank().at(stat.progress()) * stat.containers().size();
        }
        return Rounded.whole(sum + Gem.STATS * numbers.increments(gem.level()));
    }

    /** Not rounded. */
    public double value(GemStat stat) {
        return numbers.statValue(stat.type(), stat.progress(), stat.containers().size(), gem.level());
    }
}
