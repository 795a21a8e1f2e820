package dev.kiwi.api.giveaway;

/** The identifier under which a giveaway's events are stored. */
public final class GiveawayKey {
    private static final String PREFIX = "giveaway:";

    private GiveawayKey() {}

    public static String of(String giveawayId) {
        return PREFIX + giveawayId;
    }
}
