package dev.kiwi.api.token;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Gives a token another name, another allowlist or both. Leads to {@link TokenEvent.TokenEdited}, or to nothing when
 * nothing would change. Refused with {@code bad_request} for a revoked token and for an allowlist that a mint would
 * refuse, with {@code not_found} for anybody but the owner. Answers with the {@link TokenState}.
 *
 * @param name null for the one it has
 * @param allowedIps as the owner wrote them; null for those it has, empty for no restriction
 */
public record EditToken(
        String tokenId,
        String accountId,
        @Nullable String name,
        @Nullable List<String> allowedIps) {
    @TargetAggregateIdentifier
    public String aggregateId() {
        return TokenKey.of(tokenId);
    }
}
