package dev.kiwi.projection.siteuser;

import dev.kiwi.api.siteuser.SiteUserEvent.SiteSessionOpened;
import dev.kiwi.api.siteuser.SiteUserEvent.SiteSessionRefreshed;
import dev.kiwi.projection.machinery.ReadModel;
import java.sql.Timestamp;

/** Rows of {@code session} and {@code refresh_token}. */
final class SiteSessionRows {
    private final ReadModel model;

    SiteSessionRows(ReadModel model) {
        this.model = model;
    }

    void open(SiteSessionOpened event) {
        Timestamp at = Timestamp.from(event.openedAt());
        model.change(
                """
                insert into session (id, site_user_id, device, created_at, last_used_at, expires_at)
                values (?, ?, ?, ?, ?, ?)""", event.sessionId(), event.siteUserId(), event.device(), at, at, Timestamp.from(event.expiresAt()));
        addToken(event.refreshTokenHash(), event.sessionId());
    }

    void refresh(SiteSessionRefreshed event) {
        model.change(
                "update session set last_used_at = ?, device = ? where id = ?",
                Timestamp.from(event.refreshedAt()),
                event.device(),
                event.sessionId());
        addToken(event.refreshTokenHash(), event.sessionId());
    }

    void end(String sessionId) {
        model.change("update session set revoked = true where id = ?", sessionId);
    }

    void endAll(String siteUserId) {
        model.change("update session set revoked = true where site_user_id = ? and not revoked", siteUserId);
    }

    void forget(String sessionId) {
        model.change("delete from refresh_token where session_id = ?", sessionId);
        model.change("delete from session where id = ?", sessionId);
    }

    /** What is left says which claims its expiry gives back, and of whom nothing. */
    void anonymise(String siteUserId) {
        model.change(
                "update session set revoked = true, device = null, site_user_id = '' where site_user_id = ?",
                siteUserId);
    }

    private void addToken(String hash, String sessionId) {
        model.change("insert into refresh_token (hash, session_id) values (?, ?)", hash, sessionId);
    }
}
