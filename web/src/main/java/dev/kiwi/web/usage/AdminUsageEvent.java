package dev.kiwi.web.usage;

import dev.kiwi.api.usage.UsageEvent;
import java.time.Instant;

/** A recorded request as an administrator sees it (platform.md 15.1). */
record AdminUsageEvent(
        String id,
        String userId,
        String tokenId,
        String method,
        String route,
        String path,
        int statusCode,
        double durationMs,
        Instant createdAt) {

    static AdminUsageEvent of(UsageEvent event) {
        return new AdminUsageEvent(
                event.id(),
                event.userId(),
                event.tokenId(),
                event.method(),
                event.route(),
                event.path(),
                event.statusCode(),
                event.durationMs(),
                event.createdAt());
    }
}
