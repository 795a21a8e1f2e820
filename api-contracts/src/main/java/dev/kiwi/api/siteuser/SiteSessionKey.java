package dev.kiwi.api.siteuser;

/** The identifier under which the events of a site user's session are stored. */
public final class SiteSessionKey {
    private static final String PREFIX = "sitesession:";

    private SiteSessionKey() {}

    public static String of(String sessionId) {
        return PREFIX + sessionId;
    }

    /** The id inside a stored identifier. */
    public static String idIn(String key) {
        return key.substring(PREFIX.length());
    }
}
