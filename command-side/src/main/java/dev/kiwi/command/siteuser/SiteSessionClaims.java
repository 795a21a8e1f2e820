package dev.kiwi.command.siteuser;

import dev.kiwi.api.siteuser.OpenSiteSession;
import dev.kiwi.api.siteuser.SiteSessionKey;
import dev.kiwi.command.claim.Claims;
import java.util.List;
import java.util.Optional;

/**
 * What a session of a site user holds in the table of claims, so that a refresh asks the committed truth: each refresh
 * token that it has or had, until it is forgotten; and, while it is good, under which version of its site user it was
 * opened.
 */
public final class SiteSessionClaims {
    private static final String REFRESH_HASH = "site_refresh_hash";
    private static final String SESSION = "site_session";

    private SiteSessionClaims() {}

    /** Whose session it is. @param tokenVersion the site user's at the sign-in; once that moves on, it is void */
    public record Opened(String siteUserId, int tokenVersion) {}

    /** Id of the session whose refresh token this is or was; empty for a token that nobody was given. */
    public static Optional<String> sessionOf(Claims claims, String refreshTokenHash) {
        return claims.find(REFRESH_HASH, refreshTokenHash).map(claimed -> SiteSessionKey.idIn(claimed.owner()));
    }

    /** Empty once the session is revoked. */
    public static Optional<Opened> opened(Claims claims, String sessionId) {
        return claims.find(SESSION, sessionId).map(claimed -> opened(claimed.owner()));
    }

    static void open(Claims claims, OpenSiteSession command) {
        claims.claim(SESSION, command.sessionId(), command.siteUserId() + ":" + command.tokenVersion());
        takeToken(claims, command.sessionId(), command.refreshTokenHash());
    }

    /** Tokens of before stay claimed: whoever presents one has a copy. */
    static void takeToken(Claims claims, String sessionId, String refreshTokenHash) {
        claims.claim(REFRESH_HASH, refreshTokenHash, SiteSessionKey.of(sessionId));
    }

    static void end(Claims claims, String sessionId) {
        claims.release(SESSION, sessionId);
    }

    static void forget(Claims claims, String sessionId, List<String> refreshTokenHashes) {
        end(claims, sessionId);
        refreshTokenHashes.forEach(hash -> claims.release(REFRESH_HASH, hash));
    }

    private static Opened opened(String owner) {
        int colon = owner.indexOf(':');
        return new Opened(owner.substring(0, colon), Integer.parseInt(owner.substring(colon + 1)));
    }
}
