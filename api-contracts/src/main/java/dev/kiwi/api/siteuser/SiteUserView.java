package dev.kiwi.api.siteuser;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A site user as the read model knows one.
 *
 * @param discordHandle the user name at Discord
 * @param lastLoginAt null before the first session
 * @param claim null without one
 */
public record SiteUserView(
        String id,
        @Nullable String username,
        @Nullable String displayName,
        @Nullable String discordId,
        @Nullable String discordHandle,
        @Nullable String discordAvatar,
        boolean active,
        @Nullable Claim claim,
        Instant createdAt,
        @Nullable Instant lastLoginAt) {

    /**
     * The player that one says to be.
     *
     * @param name in lower case
     * @param display as it was typed
     * @param verifiedAt null while nobody has approved it
     * @param boards how many boards the player was on then
     */
    public record Claim(
            String name,
            String display,
            Instant at,
            @Nullable Instant verifiedAt,
            int boards) {}
}
