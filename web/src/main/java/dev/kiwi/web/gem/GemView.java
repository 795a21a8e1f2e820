package dev.kiwi.web.gem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.kiwi.query.gem.AugmentCount;
import dev.kiwi.query.gem.Gem;
import dev.kiwi.query.gem.GemContainer;
import dev.kiwi.query.gem.GemStat;
import dev.kiwi.query.gem.GemTables;
import dev.kiwi.query.gem.GemWorth;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A gem with what follows from it. Its members come in the order of the spec.
 *
 * @param seed only of a gem that was just generated
 */
@JsonPropertyOrder({
    "id",
    "tier",
    "type",
    "element",
    "restriction",
    "ability",
    "level",
    "stats",
    "augmentation",
    "ability_name",
    "gem_name",
    "is_max_level",
    "quality",
    "power_rank",
    "stat_values",
    "seed"
})
record GemView(
        @Schema(description = "Hundredths of a second, unix time")
        long id,

        int tier,
        int type,
        int element,
        @Nullable Integer restriction,
        @Nullable Integer ability,
        int level,
        List<GemStatView> stats,
        @Nullable Double augmentation,
        @Nullable String abilityName,
        @Nullable String gemName,
        boolean isMaxLevel,
        @Schema(description = "0 to 1") double quality,
        long powerRank,

        @Schema(description = "One object a stat, with its name and value")
        List<Map<String, Double>> statValues,

        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Only of a new gem: makes it again")
        Long seed) {
    record GemStatView(int type, List<GemContainerView> containers, boolean locked, double augmentationProgress) {
        private static GemStatView of(GemStat stat) {
            return new GemStatView(
                    stat.type().id(),
                    stat.containers().stream().map(GemContainerView::of).toList(),
                    stat.locked(),
                    stat.progress());
        }
    }

    record GemContainerView(
            double base, List<GemAugmentView> augments, double increase, double value, double realValue) {
        private static GemContainerView of(GemContainer container) {
            return new GemContainerView(
                    container.base(),
                    container.augments().stream().map(GemAugmentView::of).toList(),
                    container.increase(),
                    container.value(),
                    container.realValue());
        }
    }

    record GemAugmentView(int type, int count) {
        private static GemAugmentView of(AugmentCount used) {
            return new GemAugmentView(used.augment().id(), used.count());
        }
    }

    /** @param seed null for a gem that its owner had before */
    static GemView of(Gem gem, GemTables tables, @Nullable Long seed) {
        GemWorth worth = GemWorth.of(gem, tables);
        return new GemView(
                gem.id(),
                gem.tier().id(),
                gem.type().id(),
                gem.element().id(),
                gem.restriction() == null ? null : gem.restriction().id(),
                gem.ability() == null ? null : gem.ability().id(),
                gem.level(),
                gem.stats().stream().map(GemStatView::of).toList(),
                gem.augmentation(),
                gem.ability() == null ? null : gem.ability().name(),
                worth.name(),
                gem.isMaxLevel(),
                worth.quality(),
                worth.powerRank(),
                gem.stats().stream()
                        .map(stat -> Map.of(stat.type().name(), worth.value(stat)))
                        .toList(),
                seed);
    }
}
