package dev.kiwi.api.token;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a mint decided. @param allowedIps canonical */
public record MintedToken(
        List<String> allowedIps, Instant mintedAt, @Nullable Instant expiresAt) {}
