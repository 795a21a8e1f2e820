package dev.kiwi.projection.session;

import dev.kiwi.api.account.AccountEvent.AccountErased;
import dev.kiwi.api.session.SessionEvent.SessionOpened;
import dev.kiwi.api.session.SessionEvent.SessionRevoked;
import dev.kiwi.projection.machinery.ReadModel;
import java.sql.Timestamp;
import org.axonframework.eventhandling.EventHandler;

/** Fills {@code session}. */
public final class SessionProjector {
    private final ReadModel model;

    public SessionProjector(ReadModel model) {
        this.model = model;
    }

    @EventHandler
    void on(SessionOpened event) {
        model.change(
                """
                insert into session
                    (id, account_id, refresh_token_hash, device, created_at, last_used_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?)""",
                event.sessionId(),
                event.accountId(),
                event.refreshTokenHash(),
                event.device(),
                Timestamp.from(event.openedAt()),
                Timestamp.from(event.openedAt()),
                Timestamp.from(event.expiresAt()));
    }

    @EventHandler
    void on(SessionRevoked event) {
        model.change("update session set revoked = true where id = ?", event.sessionId());
    }

    @EventHandler
    void on(AccountErased event) {
        model.change("delete from session where account_id = ?", event.accountId());
    }
}
