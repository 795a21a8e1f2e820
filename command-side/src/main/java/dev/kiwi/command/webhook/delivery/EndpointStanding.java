package dev.kiwi.command.webhook.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How posts to a webhook have been doing, as its owner sees it.
 *
 * @param failingSince nothing got through since then; null when the last attempt did, and before the first
 * @param failures attempts that failed since
 * @param notBefore what events have queued is not sent before; null for no pause. A ping that gets through ends it
 * @param waiting deliveries that are pending
 * @param dropped events that were not queued because too much waited, ever
 * @param lastDroppedAt null when none was
 */
public record EndpointStanding(
        @Nullable Instant failingSince,
        int failures,
        @Nullable Instant notBefore,
        int waiting,
        long dropped,
        @Nullable Instant lastDroppedAt) {
    static final EndpointStanding UNUSED = new EndpointStanding(null, 0, null, 0, 0, null);
}
