package dev.kiwi.command.feed.source;

import dev.kiwi.api.feed.Feed;
import dev.kiwi.api.feed.FeedItem;
import dev.kiwi.api.feed.RecordFetch;
import dev.kiwi.api.feed.Video;
import dev.kiwi.command.upstream.UpstreamFailure;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was read of an answer, on its way to being recorded. */
final class Items {
    private Items() {}

    /**
     * One that comes twice counts once.
     *
     * @throws UpstreamFailure for more than the feed takes, and for an item that no event carries: what is known stays
     */
    static RecordFetch fetched(Feed feed, List<FeedItem> items) throws UpstreamFailure {
        Map<String, FeedItem> unique = new LinkedHashMap<>();
        items.forEach(item -> unique.putIfAbsent(item.key(), item));
        if (unique.size() > feed.mostItems()) {
            throw UpstreamFailure.unusable("its answer has more than " + feed.mostItems() + " items");
        }
        if (!unique.values().stream().allMatch(FeedItem::fitsIntoAnEvent)) {
            throw UpstreamFailure.unusable("its answer has an item that is too large to be kept");
        }
        return new RecordFetch(feed, List.copyOf(unique.values()));
    }

    static RecordFetch videos(Feed feed, List<Video> videos) throws UpstreamFailure {
        return fetched(
                feed,
                videos.stream()
                        .map(video -> published(video.url(), video.publishedAt(), video))
                        .toList());
    }

    /** @param at unix seconds; null when upstream does not say */
    static FeedItem published(String key, @Nullable Long at, Object item) {
        return new FeedItem(key, at == null ? null : Instant.ofEpochSecond(at), null, null, FeedJson.write(item));
    }
}
