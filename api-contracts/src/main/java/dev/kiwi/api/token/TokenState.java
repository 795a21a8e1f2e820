package dev.kiwi.api.token;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the last decision has left of a token.
 *
 * @param allowedIps canonical; for the owner's eyes only
 * @param rotatedAt null when it has its first secret
 * @param oldSecretUntil when the secret before it ends; null when there is none
 */
public record TokenState(
        String name,
        String prefix,
        List<String> allowedIps,
        boolean disabled,
        @Nullable Instant rotatedAt,
        @Nullable Instant oldSecretUntil) {}
