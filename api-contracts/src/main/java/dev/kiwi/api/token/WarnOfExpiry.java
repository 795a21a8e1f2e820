package dev.kiwi.api.token;

import java.time.Duration;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Has the owner told that a token ends soon. Leads to {@link TokenEvent.ExpiryWarned}, once a secret; to nothing when
 * the token is revoked, has ended or lives longer than {@code within}. Answers with whether it did.
 */
public record WarnOfExpiry(String tokenId, Duration within) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return TokenKey.of(tokenId);
    }
}
