package dev.kiwi.web.config;

import dev.kiwi.api.config.SettingCatalog;
import dev.kiwi.api.config.SettingDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All settings at one moment.
 *
 * @param ends the last event of each setting that has any, by key: what this was made of
 * @param overrides by key
 * @param inForce in the order of the catalogue
 * @param off the keys of flags that are false
 */
record SettingValues(Map<String, Long> ends, Map<String, Overriding> overrides, List<Object> inForce, Set<String> off) {
    /** @param byAccountId null for the operator of the machine */
    record Overriding(Object value, Instant at, @Nullable String byAccountId) {}

    static SettingValues of(SettingDefaults defaults, Map<String, Long> ends, Map<String, Overriding> overrides) {
        List<Object> inForce = new ArrayList<>(defaults.values());
        Set<String> off = new HashSet<>();
        List<SettingDefinition> all = SettingCatalog.all();
        for (int i = 0; i < all.size(); i++) {
            Overriding overriding = overrides.get(all.get(i).key());
            if (overriding != null) {
                inForce.set(i, overriding.value());
            }
            if (inForce.get(i).equals(false)) {
                off.add(all.get(i).key());
            }
        }
        return new SettingValues(Map.copyOf(ends), Map.copyOf(overrides), List.copyOf(inForce), Set.copyOf(off));
    }
}
