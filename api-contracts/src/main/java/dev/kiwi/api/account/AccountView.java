package dev.kiwi.api.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account as its owner and administrators see it. */
public record AccountView(
        String id,
        @Nullable String email,
        @Nullable String displayName,
        boolean active,
        boolean verified,
        boolean superuser,
        List<String> roles,
        Instant createdAt,
        @Nullable Instant lastLoginAt) {}
