package dev.kiwi.api.rotation;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * A bot has seen what the hourly challenge is. Leads to {@link RotationEvent.ChallengeCaptured} for the latest window
 * that has begun; refused with {@code bad_request} for a blank name and for {@code none}. Answers with {@link Captured}.
 *
 * @param at when it was seen; null for now
 */
public record CaptureChallenge(String name, @Nullable Instant at) {
    public CaptureChallenge(String name) {
        this(name, null);
    }

    @TargetAggregateIdentifier
    public String aggregateId() {
        return RotationKey.CHALLENGE;
    }
}
