package dev.kiwi.web.credential;

import dev.kiwi.command.claim.Claims;
import dev.kiwi.command.session.SessionClaims;

/** Which sessions are open, by the committed truth. An access token outlives its session by minutes and does not say. */
public final class OpenSessions {
    private final Claims claims;

    OpenSessions(Claims claims) {
        this.claims = claims;
    }

    /** False for one that was revoked, voided or has expired. Blocks. */
    public boolean isOpen(String sessionId) {
        return SessionClaims.opened(claims, sessionId).isPresent();
    }
}
