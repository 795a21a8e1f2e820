package dev.kiwi.command.webhook.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery in a webhook's log.
 *
 * @param id of the message: the {@code id} in the body
 * @param status {@code pending}, {@code delivered}, {@code failed} or {@code cancelled}
 * @param attempts completed ones
 * @param lastStatus of the last answer; null before the first attempt, and when there was no answer
 * @param nextAttemptAt null unless it is pending; not before its endpoint's pause is over
 */
public record DeliveryItem(
        String id,
        String kind,
        String status,
        int attempts,
        @Nullable Integer lastStatus,
        @Nullable Instant nextAttemptAt,
        Instant createdAt,
        @Nullable Instant finishedAt) {}
