package dev.kiwi.web.token;

import dev.kiwi.api.token.Revocation;
import dev.kiwi.api.token.ScopeMask;
import dev.kiwi.api.token.TokenView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token as its owner sees it (platform.md 6.3).
 *
 * @param disabled refused until it is enabled
 * @param oldSecretUntil when the secret before the last rotation ends; null when there is none
 */
record TokenPublic(
        String id,
        String name,
        String prefix,
        long scopes,
        List<String> scopeNames,
        List<String> allowedIps,
        int allowedIpCount,
        boolean disabled,
        boolean revoked,
        @Nullable Instant revokedAt,
        @Nullable String revokeReason,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant rotatedAt,
        @Nullable Instant oldSecretUntil,
        @Nullable Instant expiresAt,
        long requestCount) {

    static TokenPublic of(TokenView token) {
        Revocation revocation = token.revocation();
        return new TokenPublic(
                token.id(),
                token.name(),
                token.prefix(),
                token.scopes(),
                ScopeMask.decode(token.scopes()),
                token.allowedIps(),
                token.allowedIps().size(),
                token.disabled(),
                revocation != null,
                revocation == null ? null : revocation.at(),
                revocation == null ? null : revocation.reason(),
                token.createdAt(),
                token.lastUsedAt(),
                token.rotatedAt(),
                token.oldSecretUntil(),
                token.expiresAt(),
                token.requestCount());
    }
}
