package dev.kiwi.api.token;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token as the read model knows it.
 *
 * @param scopes mask; 0 for all
 * @param allowedIps canonical; for the owner's eyes only
 * @param expiresAt null for never
 */
public record TokenView(
        String id,
        String accountId,
        String name,
        String prefix,
        long scopes,
        List<String> allowedIps,
        @Nullable Revocation revocation,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant rotatedAt,
        @Nullable Instant expiresAt,
        long requestCount) {

    /** The same token with the revocation that a command has just decided. */
    public TokenView revoked(Revocation decided) {
        return new TokenView(
                id,
                accountId,
                name,
                prefix,
                scopes,
                allowedIps,
                decided,
                createdAt,
                lastUsedAt,
                rotatedAt,
                expiresAt,
                requestCount);
    }
}
