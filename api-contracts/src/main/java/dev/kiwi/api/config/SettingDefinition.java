package dev.kiwi.api.config;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One setting of the catalogue (platform.md 16).
 *
 * @param defaultValue of the type; {@code variable} may set another one for a deployment
 * @param least of a number, inclusive; null for no bounds, and then so is {@code most}
 * @param choices the only texts that are accepted; empty for any text
 * @param secret asks the portal to mask the value
 * @param category under which the portal lists it
 * @param variable of the environment that sets the default; null for none
 */
public record SettingDefinition(
        String key,
        SettingType type,
        Object defaultValue,
        @Nullable Number least,
        @Nullable Number most,
        List<String> choices,
        boolean secret,
        String category,
        @Nullable String variable,
        String description) {
    /** Characters; longer than any list that somebody types. */
    private static final int LONGEST_TEXT = 10_000;

    /** Whether an administrator may set this value. */
    public boolean accepts(Object value) {
        return type.holds(value)
                && (choices.isEmpty() || choices.contains(value))
                && switch (value) {
                    case String text ->
                        text.length() <= LONGEST_TEXT
                                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
                    case Number number -> isInRange(number.doubleValue());
                    default -> true;
                };
    }

    private boolean isInRange(double number) {
        return Double.isFinite(number)
                && (least == null || number >= least.doubleValue())
                && (most == null || number <= most.doubleValue());
    }

    /** What is accepted, as the end of a sentence, for example {@code an integer from 1 to 100000}. */
    public String expectation() {
        String range = least == null || most == null ? "" : " from " + least + " to " + most;
        return switch (type) {
            case STR ->
                choices.isEmpty() ? "a text of at most " + LONGEST_TEXT + " characters" : "one of the texts " + choices;
            case INT -> "an integer" + range;
            case BOOL -> "true or false";
            case FLOAT -> "a number" + range;
        };
    }
}
