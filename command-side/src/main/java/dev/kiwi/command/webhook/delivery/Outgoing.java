package dev.kiwi.command.webhook.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that this node may attempt now.
 *
 * @param body null once the account is erased
 * @param attempts completed ones
 * @param leasedUntil tells this lease of the endpoint from a later one of another node
 */
record Outgoing(
        String webhookId,
        String id,
        String accountId,
        String kind,
        @Nullable String body,
        int attempts,
        Instant giveUpAt,
        Instant leasedUntil) {}
