package dev.kiwi.api.token;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Lets a disabled token work again. Leads to {@link TokenEvent.TokenEnabled}, or to nothing when it is not disabled.
 * Refused with {@code bad_request} for a revoked token, with {@code not_found} for anybody but the owner. Answers with
 * the {@link TokenState}.
 */
public record EnableToken(String tokenId, String accountId) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return TokenKey.of(tokenId);
    }
}
