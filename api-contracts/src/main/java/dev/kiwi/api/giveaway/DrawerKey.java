package dev.kiwi.api.giveaway;

/** The identifier under which a prize drawer's events are stored. */
public final class DrawerKey {
    private static final String PREFIX = "prize_drawer:";

    private DrawerKey() {}

    public static String of(String drawerId) {
        return PREFIX + drawerId;
    }
}
