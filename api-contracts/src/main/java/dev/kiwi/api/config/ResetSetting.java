package dev.kiwi.api.config;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Drops the override of a setting. Leads to {@link ConfigEvent.SettingReset}, or to nothing when there is none. Refused
 * with {@code not_found} for a setting that was never overridden.
 *
 * @param byAccountId null for the operator of the machine
 */
public record ResetSetting(String key, @Nullable String byAccountId) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SettingKey.of(key);
    }
}
