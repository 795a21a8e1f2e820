package dev.kiwi.api.feed;

/** The identifier under which a feed's events are stored. */
public final class FeedKey {
    private static final String PREFIX = "feed:";

    private FeedKey() {}

    public static String of(Feed feed) {
        return PREFIX + feed.key();
    }
}
