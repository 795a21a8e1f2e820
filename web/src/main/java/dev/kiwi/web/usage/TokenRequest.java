package dev.kiwi.web.usage;

import dev.kiwi.api.usage.UsageEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A recorded request as the token's owner sees it. @param errorCode of the envelope; null when there was none */
record TokenRequest(
        String id,
        String method,
        String route,
        String path,
        int statusCode,
        @Nullable String errorCode,
        double durationMs,
        Instant createdAt,
        String requestId) {

    static TokenRequest of(UsageEvent event) {
        return new TokenRequest(
                event.id(),
                event.method(),
                event.route(),
                event.path(),
                event.statusCode(),
                event.errorCode(),
                event.durationMs(),
                event.createdAt(),
                event.requestId());
    }
}
