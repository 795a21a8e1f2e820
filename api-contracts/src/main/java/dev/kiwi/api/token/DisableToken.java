package dev.kiwi.api.token;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Has a token refused from the next request on, until it is enabled. Leads to {@link TokenEvent.TokenDisabled}, or to
 * nothing when it is disabled. Refused with {@code bad_request} for a revoked token, with {@code not_found} for anybody
 * but the owner. Answers with the {@link TokenState}.
 */
public record DisableToken(String tokenId, String accountId) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return TokenKey.of(tokenId);
    }
}
