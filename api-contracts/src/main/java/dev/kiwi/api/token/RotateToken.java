package dev.kiwi.api.token;

import java.time.Duration;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Gives a token another secret. Leads to {@link TokenEvent.TokenRotated}, after {@link TokenEvent.OldSecretRetired} when
 * the secret before the present one still overlapped. Refused with {@code bad_request} for a revoked token, with
 * {@code not_found} for anybody but the owner. Answers with the {@link TokenState}.
 *
 * @param hash SHA-256 of the new token, never the token
 * @param overlap how long the present secret goes on working; zero for not at all
 */
public record RotateToken(String tokenId, String accountId, String prefix, String hash, Duration overlap) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return TokenKey.of(tokenId);
    }
}
