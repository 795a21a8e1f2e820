package dev.kiwi.api.config;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Gives a setting a value. Leads to {@link ConfigEvent.SettingOverridden}, or to nothing when that is its override
 * already. Refused with {@code not_found} for a key that no setting has, with {@code bad_request} for a value that the
 * setting does not accept.
 *
 * @param jsonValue any JSON
 * @param byAccountId null for the operator of the machine
 */
public record OverrideSetting(
        String key, String jsonValue, @Nullable String byAccountId) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return SettingKey.of(key);
    }
}
