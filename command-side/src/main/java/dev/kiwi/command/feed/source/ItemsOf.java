package dev.kiwi.command.feed.source;

import dev.kiwi.api.feed.FeedItem;
import dev.kiwi.api.feed.Video;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Videos as items of a feed. */
final class ItemsOf {
    private ItemsOf() {}

    /** One that comes twice counts once. */
    static List<FeedItem> videos(List<Video> videos) {
        Map<String, FeedItem> items = new LinkedHashMap<>();
        for (Video video : videos) {
            Long published = video.publishedAt();
            Instant at = published == null ? null : Instant.ofEpochSecond(published);
            items.putIfAbsent(video.url(), new FeedItem(video.url(), at, null, null, FeedJson.write(video)));
        }
        return List.copyOf(items.values());
    }
}
