package dev.kiwi.api.giveaway;

/** The identifier under which somebody's entry in a giveaway is stored: one of each pair, by the event store's own key. */
public final class EntryKey {
    private static final String PREFIX = "giveaway_entry:";

    private EntryKey() {}

    public static String of(String giveawayId, String siteUserId) {
        return PREFIX + giveawayId + ":" + siteUserId;
    }
}
