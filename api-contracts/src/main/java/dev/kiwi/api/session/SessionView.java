package dev.kiwi.api.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session as the read model knows it.
 *
 * @param device coarse label such as {@code Firefox on Linux}
 * @param expiresAt absolute: refreshing does not extend it
 */
public record SessionView(
        String id,
        @Nullable String device,
        boolean revoked,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt) {}
