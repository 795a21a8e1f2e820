package dev.kiwi.api.config;

import java.util.Locale;

/** What kind of value a setting has; in Java a String, an Integer, a Boolean or a Double. */
public enum SettingType {
    STR(String.class),
    INT(Integer.class),
    BOOL(Boolean.class),
    FLOAT(Double.class);

    private final Class<?> java;

    SettingType(Class<?> java) {
        this.java = java;
    }

    /** What the API calls it, for example {@code int}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean holds(Object value) {
        return java.isInstance(value);
    }

    /**
     * A value as the catalogue or a variable writes it.
     *
     * @throws IllegalArgumentException when the text is no such value
     */
    public Object parse(String text) {
        return switch (this) {
            case STR -> text;
            case INT -> Integer.valueOf(text);
            case FLOAT -> Double.valueOf(text);
            case BOOL ->
                switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException("neither true nor false: " + text);
                };
        };
    }
}
