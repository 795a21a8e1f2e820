package dev.kiwi.api.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as it was at some time, made of its events.
 *
 * @param asOf the time that was asked for
 * @param changedAt of the last event until then
 * @param email null once the account is erased, for every time
 * @param displayName null for none, and like the address once the account is erased
 * @param erasedAt when its personal data was destroyed, also when that was after the time asked for; null when it is not
 */
public record AccountAt(
        Instant asOf,
        Instant changedAt,
        String id,
        @Nullable String email,
        @Nullable String displayName,
        boolean isActive,
        boolean isVerified,
        boolean isSuperuser,
        boolean emailBounced,
        boolean githubLinked,
        Instant createdAt,
        @Nullable Instant erasedAt) {}
