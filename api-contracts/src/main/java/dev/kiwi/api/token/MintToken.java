package dev.kiwi.api.token;

import java.time.Duration;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Creates an API token. Leads to {@link TokenEvent.TokenMinted}; refused with {@code bad_request} for unknown scopes
 * and for an allowlist that is too long or holds something that is no address or network. Answers with a
 * {@link MintedToken}.
 *
 * @param tokenId 24 lower-case hex digits, chosen by the sender
 * @param hash SHA-256 of the token, never the token
 * @param allowedIps as the owner wrote them
 * @param lifetime null for ever
 */
public record MintToken(
        String tokenId,
        String accountId,
        String name,
        String prefix,
        String hash,
        long scopes,
        List<String> allowedIps,
        @Nullable Duration lifetime) {

    @TargetAggregateIdentifier
    public String aggregateId() {
        return TokenKey.of(tokenId);
    }
}
