package dev.kiwi.api.session;

/** The identifier under which a session's events are stored. */
public final class SessionKey {
    private static final String PREFIX = "session:";

    private SessionKey() {}

    public static String of(String sessionId) {
        return PREFIX + sessionId;
    }

    /** The id inside a stored identifier. */
    public static String idIn(String key) {
        return key.substring(PREFIX.length());
    }
}
