package dev.kiwi.api.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token as it was at some time, made of its events alone: nothing of its use, and no secret.
 *
 * @param asOf the time that was asked for
 * @param changedAt of the last event until then
 * @param allowedIpCount null when its owner's data is erased since
 * @param oldSecretUntil when the secret before the last rotation dies or died; null for none
 */
public record TokenAt(
        Instant asOf,
        Instant changedAt,
        String id,
        String userId,
        String name,
        String prefix,
        long scopes,
        List<String> scopeNames,
        @Nullable Integer allowedIpCount,
        boolean enabled,
        boolean revoked,
        @Nullable Instant revokedAt,
        @Nullable String revokeReason,
        Instant createdAt,
        @Nullable Instant rotatedAt,
        @Nullable Instant oldSecretUntil,
        @Nullable Instant expiresAt) {}
