package dev.kiwi.web.config;

import dev.kiwi.api.config.SettingCatalog;
import dev.kiwi.api.config.SettingDefinition;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What counts without an override, in the order of the catalogue: the deployment's variable, else the catalogue. */
record SettingDefaults(List<Object> values) {
    /**
     * @param variables gives null or blank for one that is not set
     * @throws IllegalArgumentException for a variable whose text is no value of its setting
     */
    static SettingDefaults of(Function<String, @Nullable String> variables) {
        return new SettingDefaults(SettingCatalog.all().stream()
                .map(setting -> value(setting, variables))
                .toList());
    }

    private static Object value(SettingDefinition setting, Function<String, @Nullable String> variables) {
        String text = setting.variable() == null ? null : variables.apply(setting.variable());
        if (text == null || text.isBlank()) {
            return setting.defaultValue();
        }
        try {
            return setting.type().parse(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    setting.variable() + " has to be " + setting.expectation() + ", not \"" + text + "\"", e);
        }
    }
}
