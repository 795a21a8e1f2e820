package dev.kiwi.api.usage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests of everybody (platform.md 15.1). @param topUsers who called most comes first */
public record ActivityOverview(
        int windowDays,
        long totalRequests,
        long errorCount,
        long rateLimited,
        double avgDurationMs,
        List<User> topUsers) {

    /** @param email null when the account is gone */
    public record User(String userId, @Nullable String email, long count, long errorCount, long rateLimited) {}
}
