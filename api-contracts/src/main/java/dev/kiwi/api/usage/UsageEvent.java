package dev.kiwi.api.usage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A recorded request as it is read back.
 *
 * @param id 24 lower-case hex digits that sort by the order in the log
 * @param errorCode why it was refused; null when it was not
 * @param durationMs until the answer started, two decimals
 */
public record UsageEvent(
        String id,
        String userId,
        String tokenId,
        String method,
        String route,
        String path,
        int statusCode,
        @Nullable String errorCode,
        double durationMs,
        Instant createdAt,
        String requestId) {}
