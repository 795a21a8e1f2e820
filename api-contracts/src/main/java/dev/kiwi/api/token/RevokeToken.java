package dev.kiwi.api.token;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Ends a token for good: it is refused from the next request on. Leads to {@link TokenEvent.TokenRevoked}, or to
 * nothing when it is revoked. Answers with the {@link Revocation} that counts, the first one.
 *
 * @param accountId the owner who asks; null for an administrator. Refused with {@code not_found} for anybody else
 */
public record RevokeToken(String tokenId, @Nullable String accountId, String reason) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return TokenKey.of(tokenId);
    }
}
