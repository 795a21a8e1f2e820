package dev.kiwi.api.config;

import dev.kiwi.api.kernel.EventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to a setting. */
public sealed interface ConfigEvent {
    /** For example {@code api_rate_limit_max}. */
    String key();

    /**
     * @param jsonValue in the one form in which a value is written, so that equal values are equal texts
     * @param byAccountId null for the operator of the machine
     */
    @EventType(name = "config.SettingOverridden")
    record SettingOverridden(
            String key, String jsonValue, @Nullable String byAccountId, Instant overriddenAt) implements ConfigEvent {}

    /** The default counts again. @param byAccountId null for the operator of the machine */
    @EventType(name = "config.SettingReset")
    record SettingReset(String key, @Nullable String byAccountId, Instant resetAt) implements ConfigEvent {}
}
