package dev.kiwi.api.rotation;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * A bot has seen what the hourly challenge is. Leads to {@link RotationEvent.ChallengeCaptured} for the latest window
 * that has begun; refused with {@code bad_request} for a blank name and for {@code none}. Answers with {@link Captured}.
 */
public record CaptureChallenge(String name) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return RotationKey.CHALLENGE;
    }
}
