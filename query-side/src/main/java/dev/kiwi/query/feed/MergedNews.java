package dev.kiwi.query.feed;

import dev.kiwi.api.feed.NewsItem;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Copies of an article as one: the first stays, with the categories of all (feeds-events.md A1). */
final class MergedNews {
    private MergedNews() {}

    static List<NewsItem> of(List<NewsItem> newestFirst) {
        Map<String, NewsItem> merged = new LinkedHashMap<>();
        for (NewsItem item : newestFirst) {
            merged.merge(identity(item), item, MergedNews::together);
        }
        return List.copyOf(merged.values());
    }

    private static String identity(NewsItem item) {
        String title = item.title().strip().toLowerCase(Locale.ROOT);
        return title.isEmpty() ? item.url() : title;
    }

    private static NewsItem together(NewsItem newest, NewsItem copy) {
        Set<String> categories = new LinkedHashSet<>(newest.categories());
        categories.addAll(copy.categories());
        return new NewsItem(
                newest.title(),
                newest.url(),
                newest.author(),
                newest.summary(),
                newest.category(),
                List.copyOf(categories),
                newest.image(),
                newest.publishedAt());
    }
}
