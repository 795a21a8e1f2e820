package dev.kiwi.api.siteuser;

import org.jspecify.annotations.Nullable;

/** Where Discord keeps a person's picture (site-users.md 3); it is linked, never copied. */
public final class DiscordAvatar {
    private static final String CDN = "https://cdn.discordapp.com";
    private static final String ANIMATED = "a_";
    private static final int FIRST_TIMESTAMP_BIT = 22;
    private static final int DEFAULT_PICTURES = 6;

    private DiscordAvatar() {}

    /**
     * @param discordId decimal digits; null for nobody
     * @param hash null for one of Discord's own pictures
     * @param size in pixels, a power of two
     */
    public static @Nullable String url(@Nullable String discordId, @Nullable String hash, int size) {
        if (discordId == null) {
            return null;
        }
        if (hash == null) {
            long since = Long.parseUnsignedLong(discordId) >>> FIRST_TIMESTAMP_BIT;
            return CDN + "/embed/avatars/" + since % DEFAULT_PICTURES + ".png";
        }
        String format = hash.startsWith(ANIMATED) ? "gif" : "png";
        return CDN + "/avatars/" + discordId + "/" + hash + "." + format + "?size=" + size;
    }
}
