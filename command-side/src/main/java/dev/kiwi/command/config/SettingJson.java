package dev.kiwi.command.config;

import dev.kiwi.api.config.SettingDefinition;
import dev.kiwi.api.config.SettingType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Values of settings as JSON texts. */
public final class SettingJson {
    private static final JsonMapper JSON = new JsonMapper();

    private SettingJson() {}

    /** The value, as Java has it; empty for JSON that the setting does not accept, and for what is no JSON. */
    public static Optional<Object> read(SettingDefinition setting, String json) {
        try {
            return Optional.<Object>ofNullable(value(setting.type(), JSON.readTree(json)))
                    .filter(setting::accepts);
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    /** The one form in which a value is stored. */
    static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    // An integer is a number too, but 10.0 is no integer, and nothing is converted.
    private static @Nullable Object value(SettingType type, JsonNode json) {
        return switch (type) {
            case STR -> json.isString() ? json.stringValue() : null;
            case BOOL -> json.isBoolean() ? json.booleanValue() : null;
            case INT -> json.isIntegralNumber() && json.canConvertToInt() ? json.intValue() : null;
            case FLOAT -> json.isNumber() ? Double.valueOf(json.asString()) : null;
        };
    }
}
