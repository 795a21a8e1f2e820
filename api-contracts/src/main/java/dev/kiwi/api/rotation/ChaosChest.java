package dev.kiwi.api.rotation;

import org.jspecify.annotations.Nullable;

/**
 * What the chaos chest holds in a week (rotations.md 3.1), in unix seconds.
 *
 * @param item null while nobody has said
 * @param fetchedAt when they said it
 */
public record ChaosChest(
        boolean active,
        long startsAt,
        long endsAt,
        long secondsRemaining,
        @Nullable ChaosChestItem item,
        @Nullable Long fetchedAt) {

    /** @param blueprint of the item in the game's files; null, as its image, when nobody knows it */
    public record ChaosChestItem(
            String name,
            @Nullable String identifier,
            @Nullable String blueprint,
            @Nullable String imageUrl) {}
}
