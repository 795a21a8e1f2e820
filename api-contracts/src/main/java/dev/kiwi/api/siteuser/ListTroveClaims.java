package dev.kiwi.api.siteuser;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Query for claims of players' names, oldest first, answered with {@link TroveClaimList}.
 *
 * @param pendingOnly without those that are approved
 * @param after null to begin
 */
public record ListTroveClaims(boolean pendingOnly, @Nullable After after, int atMost) {

    /** The last claim seen, which may be gone by now. */
    public record After(Instant claimedAt, String userId) {}
}
