package dev.kiwi.api.token;

import java.time.Duration;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Revokes a token that was neither used, minted, rotated nor enabled for so long. Leads to
 * {@link TokenEvent.TokenRevoked}, or to nothing when it is revoked or was active since. Answers with whether it did.
 */
public record RevokeInactiveToken(String tokenId, Duration inactivity) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return TokenKey.of(tokenId);
    }
}
