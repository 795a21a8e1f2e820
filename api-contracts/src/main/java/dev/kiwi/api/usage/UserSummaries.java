package dev.kiwi.api.usage;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accounts with what their tokens were used for, the oldest account first (platform.md 15.1). */
public record UserSummaries(List<User> items) {

    /**
     * @param tokenCount revoked ones too
     * @param totalRequests accepted ones, of all tokens since they were made
     * @param lastUsedAt of any token; null when none was ever used
     * @param rateLimited requests with status 429 in the window
     */
    public record User(
            String id,
            @Nullable String email,
            @Nullable String displayName,
            boolean isActive,
            boolean isVerified,
            boolean isSuperuser,
            Instant createdAt,
            @Nullable Instant lastLoginAt,
            long tokenCount,
            long totalRequests,
            @Nullable Instant lastUsedAt,
            long rateLimited) {}
}
