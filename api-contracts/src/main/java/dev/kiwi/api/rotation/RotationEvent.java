package dev.kiwi.api.rotation;

import dev.kiwi.api.kernel.EventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was captured of the game's rotating content. Anchors are unix seconds and were decided when it happened. */
public sealed interface RotationEvent {
    @EventType(name = "rotation.ChaosChestCaptured")
    record ChaosChestCaptured(long weekAnchor, String name, Instant capturedAt) implements RotationEvent {}

    /** @param startsAt unix seconds, as {@code endsAt}; null when they do not say */
    @EventType(name = "rotation.ChaosChestRelayed")
    record ChaosChestRelayed(
            String name,
            @Nullable String identifier,
            @Nullable String blueprint,
            @Nullable Long startsAt,
            @Nullable Long endsAt,
            Instant fetchedAt)
            implements RotationEvent {}

    @EventType(name = "rotation.ChallengeCaptured")
    record ChallengeCaptured(long windowAnchor, long endsAt, boolean friday, String name, Instant capturedAt)
            implements RotationEvent {}

    @EventType(name = "rotation.LuxionRunStarted")
    record LuxionRunStarted(long dayAnchor, Instant seenAt) implements RotationEvent {}

    /** Again, in the run of that anchor. */
    @EventType(name = "rotation.LuxionSeen")
    record LuxionSeen(long dayAnchor, Instant seenAt) implements RotationEvent {}

    /** @param packed {@link DelveDepths#packed()} */
    @EventType(name = "rotation.DelveWeekRecorded")
    record DelveWeekRecorded(long week, long total, int count, String packed, Instant fetchedAt)
            implements RotationEvent {}

    /** Fetched again, and the same. */
    @EventType(name = "rotation.DelveWeekConfirmed")
    record DelveWeekConfirmed(long week, Instant fetchedAt) implements RotationEvent {}
}
