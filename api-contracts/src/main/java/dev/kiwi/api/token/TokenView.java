package dev.kiwi.api.token;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token as the read model knows it.
 *
 * @param scopes mask; 0 for all
 * @param allowedIps canonical; for the owner's eyes only
 * @param lastUsedAt of the present secret; a rotation clears it
 * @param expiresAt null for never
 * @param oldSecretUntil when the secret before the last rotation ends; null when there is none
 */
public record TokenView(
        String id,
        String accountId,
        String name,
        String prefix,
        long scopes,
        List<String> allowedIps,
        boolean disabled,
        @Nullable Revocation revocation,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant rotatedAt,
        @Nullable Instant oldSecretUntil,
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
                disabled,
                decided,
                createdAt,
                lastUsedAt,
                rotatedAt,
                oldSecretUntil,
                expiresAt,
                requestCount);
    }

    /** The same token as a command has just left it, also when the read model is late. */
    public TokenView in(TokenState state) {
        Instant rotated = state.rotatedAt();
        boolean usedSince = lastUsedAt != null && (rotated == null || lastUsedAt.isAfter(rotated));
        return new TokenView(
                id,
                accountId,
                state.name(),
                state.prefix(),
                scopes,
                state.allowedIps(),
                state.disabled(),
                revocation,
                createdAt,
                usedSince ? lastUsedAt : null,
                rotated,
                state.oldSecretUntil(),
                expiresAt,
                requestCount);
    }
}
