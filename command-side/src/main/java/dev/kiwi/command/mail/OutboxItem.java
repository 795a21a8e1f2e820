package dev.kiwi.command.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as administrators see it: never what it says.
 *
 * @param kind for example {@code verify_email}
 * @param accountId null for mail to the operator
 * @param to null for the account's own address at the time of sending
 * @param status {@code pending}, {@code sending}, {@code sent}, {@code bounced} or {@code failed}
 * @param attempts completed ones
 * @param nextAttemptAt null unless it is pending
 */
public record OutboxItem(
        String id,
        String kind,
        @Nullable String accountId,
        @Nullable String to,
        String subject,
        String status,
        int attempts,
        @Nullable String lastError,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant claimedAt,
        Instant createdAt,
        @Nullable Instant sentAt) {}
