package dev.kiwi.api.usage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request on which an API token was resolved, as it goes into the telemetry log (platform.md 12.1).
 *
 * @param route template of the handler, for example {@code /v1/leaderboards/{uuid}}
 * @param path as it was called, without the query
 * @param errorCode of the error envelope, why it was refused; null for anything else
 * @param durationMicros until the answer started
 */
public record RecordedRequest(
        Instant at,
        String userId,
        String tokenId,
        String method,
        String route,
        String path,
        int statusCode,
        @Nullable String errorCode,
        long durationMicros,
        String requestId) {}
