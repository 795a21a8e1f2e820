package dev.kiwi.api.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a feed tells of, as it is stored.
 *
 * @param key unique in its feed: an address, an id
 * @param at what it is sorted by: when it was published, or begins; null when upstream does not say
 * @param until when it ends; null for what has no end
 * @param label what it is filtered by: the category of an event, the channel of a release
 * @param json one of the records of the feed, for example {@link NewsItem}
 */
public record FeedItem(
        String key,
        @Nullable Instant at,
        @Nullable Instant until,
        @Nullable String label,
        String json) {
    private static final int LARGEST = 48 << 10;
    /** Of the names, the times and all marks around the texts. */
    private static final int FRAME = 160;

    /** So that one of them, and what else an event has, are within the 64 KiB of ADR 0004. */
    public boolean fitsIntoAnEvent() {
        return bytes() <= LARGEST;
    }

    /** What it takes in an event, at most. */
    public int bytes() {
        return FRAME + bytes(key) + bytes(label == null ? "" : label) + bytes(json);
    }

    /** What a text takes in JSON, in UTF-8. */
    public static int bytes(String text) {
        return text.chars().map(FeedItem::bytes).sum();
    }

    private static int bytes(int c) {
        if (c < ' ') {
            return 6;
        }
        boolean escaped = c == '"' || c == '\\';
        boolean halfOfFour = Character.isSurrogate((char) c);
        return c < 0x80 ? (escaped ? 2 : 1) : c < 0x800 || halfOfFour ? 2 : 3;
    }
}
