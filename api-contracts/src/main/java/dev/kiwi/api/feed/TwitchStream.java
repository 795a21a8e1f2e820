package dev.kiwi.api.feed;

import org.jspecify.annotations.Nullable;

/**
 * A live stream (feeds-events.md A2).
 *
 * @param startedAt unix seconds
 * @param thumbnail address of a picture of 440 by 248
 */
public record TwitchStream(
        String channel,
        String login,
        String url,
        String title,
        long viewers,
        @Nullable String game,
        @Nullable Long startedAt,
        @Nullable String thumbnail) {}
