package dev.kiwi.api.rotation;

/** The identifiers under which captures are stored. */
public final class RotationKey {
    public static final String CHAOS_CHEST = "rotation:chaos-chest";
    public static final String CHALLENGE = "rotation:challenge";
    public static final String LUXION = "rotation:luxion";
    private static final String DELVE_WEEK = "rotation:delve-week:";

    private RotationKey() {}

    public static String delveWeek(long week) {
        return DELVE_WEEK + week;
    }
}
