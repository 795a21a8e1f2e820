package dev.kiwi.command.webhook.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of one attempt.
 *
 * @param status of the answer; null when there was none
 * @param answer its first bytes as plain text; null for none
 * @param error why it does not count as delivered; null when it does
 */
record Outcome(
        Instant startedAt,
        Duration duration,
        @Nullable Integer status,
        @Nullable String answer,
        @Nullable String error) {
    boolean delivered() {
        return error == null;
    }
}
