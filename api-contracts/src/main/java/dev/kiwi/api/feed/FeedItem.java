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
        String json) {}
