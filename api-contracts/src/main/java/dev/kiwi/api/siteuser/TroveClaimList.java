package dev.kiwi.api.siteuser;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Claims of players' names. */
public record TroveClaimList(List<TroveClaim> items) {

    /**
     * @param claimedTroveName in lower case
     * @param claimedTroveDisplay as it was typed
     * @param claimVerifiedAt null while nobody has approved it
     */
    public record TroveClaim(
            String userId,
            @Nullable String username,
            @Nullable String displayName,
            @Nullable String discordId,
            String claimedTroveName,
            String claimedTroveDisplay,
            Instant claimedAt,
            boolean claimVerified,
            @Nullable Instant claimVerifiedAt) {}
}
