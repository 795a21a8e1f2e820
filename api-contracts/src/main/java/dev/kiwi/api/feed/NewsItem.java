package dev.kiwi.api.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article (feeds-events.md A1).
 *
 * @param summary plain text, 220 characters and an ellipsis at most
 * @param category the first of the categories, or {@code News}
 * @param image address of a picture
 * @param publishedAt unix seconds
 */
public record NewsItem(
        String title,
        String url,
        String author,
        String summary,
        String category,
        List<String> categories,
        @Nullable String image,
        @Nullable Long publishedAt) {}
