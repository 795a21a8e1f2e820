package dev.kiwi.command.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that this node has claimed.
 *
 * @param recipient null for the account's own address
 * @param content null once the account is erased
 * @param attempts completed ones
 * @param claimedAt tells this claim from a later one of another node
 */
record Outgoing(
        String id,
        long position,
        @Nullable String accountId,
        @Nullable String recipient,
        @Nullable LaidOut content,
        int attempts,
        Instant claimedAt) {}
