package dev.kiwi.command.webhook.delivery;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery with what was posted and what came of each attempt.
 *
 * @param payload the body, JSON; null once the account is erased
 * @param log oldest first
 */
public record DeliveryDetail(
        @JsonUnwrapped DeliveryItem delivery,
        @JsonRawValue @Nullable String payload,
        List<Attempt> log) {

    /**
     * @param status of the answer; null when there was none
     * @param answer its first bytes as plain text; null for none
     * @param error why it does not count as delivered; null when it does
     */
    public record Attempt(
            int number,
            Instant startedAt,
            int durationMs,
            @Nullable Integer status,
            @Nullable String answer,
            @Nullable String error) {}
}
