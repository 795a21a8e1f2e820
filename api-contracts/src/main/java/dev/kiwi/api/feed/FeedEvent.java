package dev.kiwi.api.feed;

import dev.kiwi.api.kernel.EventType;
import java.time.Instant;
import java.util.List;

/** Everything that can have happened to a feed. */
public sealed interface FeedEvent {
    /** {@link Feed#key()}. */
    String feed();

    /**
     * Upstream told something new. Of what is too much for one event each has a part.
     *
     * @param items those that are new or other than before; all of them when it replaces
     * @param replaces whether nothing but these items is left; of several parts the first replaces
     * @param dropped keys of items that are over for long
     */
    @EventType(name = "feed.FeedChanged")
    record FeedChanged(String feed, List<FeedItem> items, boolean replaces, List<String> dropped, Instant fetchedAt)
            implements FeedEvent {}
}
