package dev.kiwi.api.feed;

import org.jspecify.annotations.Nullable;

/** A video (feeds-events.md A3, A4). @param publishedAt unix seconds */
public record Video(
        String title,
        String url,
        String channel,
        @Nullable String videoId,
        @Nullable Long publishedAt,
        @Nullable String thumbnailUrl) {}
