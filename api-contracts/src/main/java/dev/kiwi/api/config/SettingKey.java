package dev.kiwi.api.config;

/** The identifier under which a setting's events are stored. */
public final class SettingKey {
    private static final String PREFIX = "setting:";

    private SettingKey() {}

    public static String of(String key) {
        return PREFIX + key;
    }

    /** The setting's key inside a stored identifier. */
    public static String keyIn(String identifier) {
        return identifier.substring(PREFIX.length());
    }
}
