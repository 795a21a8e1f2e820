package dev.kiwi.command.config;

import dev.kiwi.api.config.SettingDefinition;
import dev.kiwi.api.kernel.Rule;
import java.util.Optional;

/** A setting is overridden only by a value of its type, inside its bounds. @param value empty for one that is not */
record ValueFitsItsSetting(SettingDefinition setting, Optional<Object> value) implements Rule {
    @Override
    public boolean isViolated() {
        return value.isEmpty();
    }

    @Override
    public String message() {
        return "The value of " + setting.key() + " has to be " + setting.expectation() + ".";
    }
}
