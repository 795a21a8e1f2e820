package dev.kiwi.api.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that is held of an account itself, for its owner to take along (platform.md 3.8). */
public record AccountExport(
        String id,
        @Nullable String email,
        @Nullable String displayName,
        boolean isVerified,
        boolean isSuperuser,
        List<String> roles,
        boolean githubLinked,
        Instant createdAt,
        @Nullable Instant lastLoginAt) {}
