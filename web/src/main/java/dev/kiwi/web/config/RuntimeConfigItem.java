package dev.kiwi.web.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kiwi.api.config.SettingDefinition;
import dev.kiwi.web.config.SettingValues.Overriding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A setting as an administrator sees it (platform.md 15.2).
 *
 * @param choices null for any
 * @param updatedAt of the override; null without one
 */
record RuntimeConfigItem(
        String key,
        String category,
        String type,
        String description,
        boolean secret,
        @JsonProperty("default") Object byDefault,
        Object value,
        @JsonProperty("is_default") boolean unchanged,
        @Nullable Number minValue,
        @Nullable Number maxValue,
        @Nullable List<String> choices,
        @Nullable Instant updatedAt,
        @Nullable String updatedByUserId) {

    static RuntimeConfigItem of(SettingDefinition setting, Object byDefault, @Nullable Overriding overriding) {
        return new RuntimeConfigItem(
                setting.key(),
                setting.category(),
                setting.type().slug(),
                setting.description(),
                setting.secret(),
                byDefault,
                overriding == null ? byDefault : overriding.value(),
                overriding == null,
                setting.least(),
                setting.most(),
                setting.choices().isEmpty() ? null : setting.choices(),
                overriding == null ? null : overriding.at(),
                overriding == null ? null : overriding.byAccountId());
    }
}
