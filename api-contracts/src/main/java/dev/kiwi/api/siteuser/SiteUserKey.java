package dev.kiwi.api.siteuser;

/** The identifier under which a site user's events are stored. */
public final class SiteUserKey {
    private static final String PREFIX = "siteuser:";

    private SiteUserKey() {}

    public static String of(String siteUserId) {
        return PREFIX + siteUserId;
    }

    /** The id inside a stored identifier. */
    public static String idIn(String key) {
        return key.substring(PREFIX.length());
    }
}
