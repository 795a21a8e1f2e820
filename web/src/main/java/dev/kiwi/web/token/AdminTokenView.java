package dev.kiwi.web.token;

import dev.kiwi.api.token.Revocation;
import dev.kiwi.api.token.ScopeMask;
import dev.kiwi.api.token.TokenView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A token as an administrator sees it (platform.md 15.1): its allowlist only as a count. */
record AdminTokenView(
        String id,
        String userId,
        String name,
        String prefix,
        long scopes,
        List<String> scopeNames,
        int allowedIpCount,
        boolean disabled,
        boolean revoked,
        @Nullable Instant revokedAt,
        @Nullable String revokeReason,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant rotatedAt,
        @Nullable Instant expiresAt,
        long requestCount) {

    static AdminTokenView of(TokenView token) {
        Revocation revocation = token.revocation();
        return new AdminTokenView(
                token.id(),
                token.accountId(),
                token.name(),
                token.prefix(),
                token.scopes(),
                ScopeMask.decode(token.scopes()),
                token.allowedIps().size(),
                token.disabled(),
                revocation != null,
                revocation == null ? null : revocation.at(),
                revocation == null ? null : revocation.reason(),
                token.createdAt(),
                token.lastUsedAt(),
                token.rotatedAt(),
                token.expiresAt(),
                token.requestCount());
    }
}
