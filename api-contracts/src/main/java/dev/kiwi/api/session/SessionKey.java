package dev.kiwi.api.session;

/** The identifier under which a session's events are stored. */
public final class SessionKey {
    private SessionKey() {}

    public static String of(String sessionId) {
        return "session:" + sessionId;
    }
}
