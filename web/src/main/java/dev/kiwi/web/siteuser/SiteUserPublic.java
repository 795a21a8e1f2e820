package dev.kiwi.web.siteuser;

import dev.kiwi.api.siteuser.DiscordAvatar;
import dev.kiwi.api.siteuser.SiteUserView;
import dev.kiwi.api.siteuser.SiteUserView.Claim;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A site user as one sees oneself (site-users.md 5).
 *
 * @param isVerified true of everybody who signed in with Discord, which is everybody
 * @param claimedTroveName in lower case; null without a claim
 * @param claimBaselineBoardCount on how many boards the player was when the name was claimed; 0 without a claim
 */
record SiteUserPublic(
        String id,
        @Nullable String username,
        @Nullable String displayName,
        @Nullable String discordHandle,
        @Nullable String avatarUrl,
        boolean isActive,
        boolean isVerified,
        @Nullable String claimedTroveName,
        @Nullable String claimedTroveDisplay,
        @Nullable Instant claimedAt,
        boolean claimVerified,
        @Nullable Instant claimVerifiedAt,
        int claimBaselineBoardCount,
        Instant createdAt,
        @Nullable Instant lastLoginAt) {
    private static final int PICTURE = 128;

    static SiteUserPublic of(SiteUserView user) {
        Claim claim = user.claim();
        return new SiteUserPublic(
                user.id(),
                user.username(),
                user.displayName(),
                user.discordHandle(),
                DiscordAvatar.url(user.discordId(), user.discordAvatar(), PICTURE),
                user.active(),
                true,
                claim == null ? null : claim.name(),
                claim == null ? null : claim.display(),
                claim == null ? null : claim.at(),
                claim != null && claim.verifiedAt() != null,
                claim == null ? null : claim.verifiedAt(),
                claim == null ? 0 : claim.boards(),
                user.createdAt(),
                user.lastLoginAt());
    }
}
