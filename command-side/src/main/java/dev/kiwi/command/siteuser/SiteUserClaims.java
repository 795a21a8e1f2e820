package dev.kiwi.command.siteuser;

import dev.kiwi.api.leaderboard.PlayerKey;
import dev.kiwi.api.siteuser.SiteUserKey;
import dev.kiwi.command.claim.Claims;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * What a site user holds in the table of claims: username, Discord id, the player's name in lower case, and, while
 * active, the version of the tokens that are good. The table is not encrypted, so it names people by keyed hashes.
 */
public final class SiteUserClaims {
    private static final String USERNAME = "site_username";
    private static final String DISCORD_ID = "site_discord_id";
    private static final String TROVE_NAME = "site_trove_name";
    private static final String TOKEN_VERSION = "site_token_version";
    private static final String ALGORITHM = "HmacSHA256";

    private final Claims claims;
    private final SecretKey key;

    public SiteUserClaims(Claims claims, SecretKey key) {
        this.claims = claims;
        this.key = key;
    }

    /** Id of the site user with this Discord id. */
    public Optional<String> withDiscordId(String discordId) {
        return owner(DISCORD_ID, discordId);
    }

    /** Whether tokens of this version are good: the site user exists and is active, and has not voided them. */
    public boolean isCurrent(String siteUserId, int tokenVersion) {
        return claims.find(TOKEN_VERSION, version(siteUserId, tokenVersion)).isPresent();
    }

    boolean isUsernameFree(String username, String siteUserId) {
        return owner(USERNAME, username)
                .filter(other -> !other.equals(siteUserId))
                .isEmpty();
    }

    boolean isTroveNameFree(String troveName, String siteUserId) {
        return owner(TROVE_NAME, PlayerKey.lookup(troveName))
                .filter(other -> !other.equals(siteUserId))
                .isEmpty();
    }

    void registered(String siteUserId, String discordId, String username) {
        take(DISCORD_ID, discordId, siteUserId);
        take(USERNAME, username, siteUserId);
        versionBegins(siteUserId, 0);
    }

    void renamed(String siteUserId, @Nullable String from, String to) {
        giveBack(USERNAME, from);
        take(USERNAME, to, siteUserId);
    }

    /** @param from the name that was claimed before; null for none */
    void troveNameMoved(String siteUserId, @Nullable String from, String to) {
        troveNameFreed(from);
        take(TROVE_NAME, PlayerKey.lookup(to), siteUserId);
    }

    void troveNameFreed(@Nullable String troveName) {
        giveBack(TROVE_NAME, troveName == null ? null : PlayerKey.lookup(troveName));
    }

    void versionBegins(String siteUserId, int tokenVersion) {
        claims.claim(TOKEN_VERSION, version(siteUserId, tokenVersion), SiteUserKey.of(siteUserId));
    }

    void versionEnds(String siteUserId, int tokenVersion) {
        claims.release(TOKEN_VERSION, version(siteUserId, tokenVersion));
    }

    void erased(@Nullable String discordId, @Nullable String username, @Nullable String troveName) {
        giveBack(DISCORD_ID, discordId);
        giveBack(USERNAME, username);
        troveNameFreed(troveName);
    }

    private Optional<String> owner(String kind, String value) {
        return claims.find(kind, named(kind, value)).map(claimed -> SiteUserKey.idIn(claimed.owner()));
    }

    private void take(String kind, String value, String siteUserId) {
        claims.claim(kind, named(kind, value), SiteUserKey.of(siteUserId));
    }

    private void giveBack(String kind, @Nullable String value) {
        if (value != null) {
            claims.release(kind, named(kind, value));
        }
    }

    private String named(String kind, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal((kind + "\0" + value).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    private static String version(String siteUserId, int tokenVersion) {
        return siteUserId + ":" + tokenVersion;
    }
}
