package dev.kiwi.api.rotation;

import org.jspecify.annotations.Nullable;

/** Query for the hourly challenge of a moment, answered with {@link CurrentChallenge}. @param at unix seconds */
public record GetChallenge(long at) {
    /**
     * The latest window that has begun (rotations.md 3.2), in unix seconds.
     *
     * @param active whether it is still open
     * @param secondsRemaining to its end; 0 after it
     * @param name null while nobody has captured it
     * @param type slug of a {@link ChallengeType}
     */
    public record CurrentChallenge(
            long startsAt,
            long endsAt,
            boolean active,
            boolean isFridayWindow,
            long secondsRemaining,
            @Nullable String name,
            @Nullable String type,
            @Nullable Long capturedAt) {}
}
