package dev.kiwi.command.session;

import dev.kiwi.api.session.OpenSession;
import dev.kiwi.api.session.SessionKey;
import dev.kiwi.command.claim.Claims;
import java.util.List;
import java.util.Optional;

/**
 * What a session holds in the table of claims, so that a refresh asks the committed truth: each refresh token that it
 * has or had, until it is forgotten; and, while it is good, under which version of its account it was opened.
 */
public final class SessionClaims {
    private static final String REFRESH_HASH = "refresh_hash";
    private static final String SESSION = "session";

    private SessionClaims() {}

    /** Whose session it is. @param tokenVersion the account's at the login; once the account moves on, it is void */
    public record Opened(String accountId, int tokenVersion) {}

    /** Id of the session whose refresh token this is or was; empty for a token that nobody was given. */
    public static Optional<String> sessionOf(Claims claims, String refreshTokenHash) {
        return claims.find(REFRESH_HASH, refreshTokenHash).map(claimed -> SessionKey.idIn(claimed.owner()));
    }

    /** Empty once the session is revoked. */
    public static Optional<Opened> opened(Claims claims, String sessionId) {
        return claims.find(SESSION, sessionId).map(claimed -> opened(claimed.owner()));
    }

    static void open(Claims claims, OpenSession command) {
        claims.claim(SESSION, command.sessionId(), command.accountId() + ":" + command.tokenVersion());
        takeToken(claims, command.sessionId(), command.refreshTokenHash());
    }

    /** Tokens of before stay claimed: whoever presents one has a copy. */
    static void takeToken(Claims claims, String sessionId, String refreshTokenHash) {
        claims.claim(REFRESH_HASH, refreshTokenHash, SessionKey.of(sessionId));
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
