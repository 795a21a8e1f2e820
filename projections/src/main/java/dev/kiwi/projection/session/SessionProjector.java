package dev.kiwi.projection.session;

import dev.kiwi.api.account.AccountEvent.AccountErased;
import dev.kiwi.api.session.SessionEvent.SessionOpened;
import dev.kiwi.api.session.SessionEvent.SessionRevoked;
import dev.kiwi.projection.machinery.ReadModel;
import java.sql.Timestamp;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills {@code session}. */
public final class SessionProjector {
    private final ReadModel model;

    public SessionProjector(ReadModel model) {
        this.model = model;
    }

    @EventHandler
    void on(SessionOpened event) {
        sql("""
                insert into session
                    (id, account_id, refresh_token_hash, device, created_at, last_used_at, expires_at)
                values (:id, :account, :hash, :device, :at, :at, :expires)""")
                .param("id", event.sessionId())
                .param("account", event.accountId())
                .param("hash", event.refreshTokenHash())
                .param("device", event.device())
                .param("at", Timestamp.from(event.openedAt()))
                .param("expires", Timestamp.from(event.expiresAt()))
                .update();
    }

    @EventHandler
    void on(SessionRevoked event) {
        sql("update session set revoked = true where id = :id")
                .param("id", event.sessionId())
                .update();
    }

    @EventHandler
    void on(AccountErased event) {
        sql("delete from session where account_id = :account")
                .param("account", event.accountId())
                .update();
    }

    private JdbcClient.StatementSpec sql(String text) {
        return model.jdbc().sql(text);
    }
}
