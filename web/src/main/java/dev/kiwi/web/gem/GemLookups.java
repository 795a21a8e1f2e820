package dev.kiwi.web.gem;

import dev.kiwi.query.gem.Element;
import dev.kiwi.query.gem.GemTables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All ids that the gem endpoints take, with their names. */
record GemLookups(
        List<GemTier> tiers,
        List<GemId> types,
        List<GemId> elements,
        List<GemId> restrictions,
        List<GemId> statTypes,
        List<GemAugmentType> augmentTypes,
        List<GemId> abilities,
        Map<String, List<Integer>> abilitiesByElement) {
    record GemTier(int id, String name, int maxLevel) {}

    record GemId(int id, String name) {}

    record GemAugmentType(int id, String name, double increasePercent) {}

    static GemLookups of(GemTables tables) {
        Map<String, List<Integer>> byElement = new LinkedHashMap<>();
        for (Element element : tables.elements()) {
            byElement.put(element.name(), element.abilities());
        }
        return new GemLookups(
                tables.tiers().stream()
                        .map(row -> new GemTier(row.id(), row.name(), row.maxLevel()))
                        .toList(),
                tables.types().stream()
                        .map(row -> new GemId(row.id(), row.name()))
                        .toList(),
                tables.elements().stream()
                        .map(row -> new GemId(row.id(), row.name()))
                        .toList(),
                tables.restrictions().stream()
                        .map(row -> new GemId(row.id(), row.name()))
                        .toList(),
                tables.statTypes().stream()
                        .map(row -> new GemId(row.id(), row.name()))
                        .toList(),
                tables.augments().stream()
                        .map(row -> new GemAugmentType(row.id(), row.name(), row.increasePercent()))
                        .toList(),
                tables.abilities().stream()
                        .map(row -> new GemId(row.id(), row.name()))
                        .toList(),
                byElement);
    }
}
