package dev.kiwi.api.feed;

import org.jspecify.annotations.Nullable;

/**
 * An event of the community's calendar (feeds-events.md A6).
 *
 * @param startsAt unix seconds, as the end
 * @param endsAt the first second after it
 */
public record TroveEvent(
        String eventId,
        String name,
        String url,
        String category,
        @Nullable String image,
        @Nullable String icon,
        @Nullable String lookup,
        long startsAt,
        long endsAt) {}
