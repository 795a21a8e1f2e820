package dev.kiwi.api.token;

import dev.kiwi.api.kernel.Confidential;
import dev.kiwi.api.kernel.DataSubject;
import dev.kiwi.api.kernel.EventType;
import dev.kiwi.api.kernel.PersonalData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to an API token. */
public sealed interface TokenEvent {
    /** 24 lower-case hex digits. */
    String tokenId();

    /**
     * @param prefix what lists show: {@code kiwi_} and the first eight characters
     * @param hash SHA-256 of the whole text, lower-case hex
     * @param scopes mask; 0 for all
     * @param allowedIps canonical addresses and networks; empty for no restriction
     * @param expiresAt null for never
     */
    @EventType(name = "token.TokenMinted")
    record TokenMinted(
            String tokenId,
            @DataSubject String accountId,
            String name,
            String prefix,
            @Confidential String hash,
            long scopes,
            @Confidential @PersonalData @Nullable List<String> allowedIps,
            Instant mintedAt,
            @Nullable Instant expiresAt)
            implements TokenEvent {}

    @EventType(name = "token.TokenRevoked")
    record TokenRevoked(String tokenId, String reason, Instant revokedAt) implements TokenEvent {}
}
