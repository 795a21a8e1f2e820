package dev.kiwi.api.rotation;

import org.jspecify.annotations.Nullable;

/**
 * What somebody else says that the chaos chest holds.
 *
 * @param startsAt unix seconds, as for the end; null when they do not say
 */
public record ChaosChestRelay(
        String name,
        @Nullable String identifier,
        @Nullable String blueprint,
        @Nullable Long startsAt,
        @Nullable Long endsAt) {}
