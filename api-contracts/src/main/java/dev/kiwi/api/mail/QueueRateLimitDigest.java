package dev.kiwi.api.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Queues the operator's digest of throttled tokens (platform.md 19.3). Appends no event: that there was a digest decides
 * nothing.
 *
 * @param to the operator's address
 * @param windowHours what the counts are of
 * @param rows by hits, most first
 */
public record QueueRateLimitDigest(String to, int windowHours, List<Row> rows) {
    /**
     * @param email of the account; null when it is gone
     * @param tokenName null, like its prefix, when the token is gone
     */
    public record Row(
            long hits,
            @Nullable String email,
            @Nullable String tokenName,
            @Nullable String tokenPrefix) {}
}
