package dev.kiwi.projection.account;

import dev.kiwi.api.account.AccountEvent.AccountErased;
import dev.kiwi.api.account.AccountEvent.AccountRegistered;
import dev.kiwi.api.account.AccountEvent.PasswordReplaced;
import dev.kiwi.api.account.AccountEvent.SuperuserGranted;
import dev.kiwi.api.session.SessionEvent.SessionOpened;
import dev.kiwi.projection.machinery.ReadModel;
import java.sql.Timestamp;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills {@code account}. A session that opens is a login. */
public final class AccountProjector {
    private final ReadModel model;

    public AccountProjector(ReadModel model) {
        this.model = model;
    }

    @EventHandler
    void on(AccountRegistered event) {
        sql("""
                insert into account (id, email, display_name, is_verified, is_superuser, created_at, updated_at)
                values (:id, :email, :name, :verified, :superuser, :at, :at)""")
                .param("id", event.accountId())
                .param("email", event.email())
                .param("name", event.displayName())
                .param("verified", event.verified())
                .param("superuser", event.superuser())
                .param("at", time(event.registeredAt()))
                .update();
    }

    @EventHandler
    void on(SuperuserGranted event) {
        sql("update account set is_superuser = true, updated_at = :at where id = :id")
                .param("id", event.accountId())
                .param("at", time(event.grantedAt()))
                .update();
    }

    @EventHandler
    void on(PasswordReplaced event) {
        sql("update account set token_version = :version, updated_at = :at where id = :id")
                .param("id", event.accountId())
                .param("version", event.tokenVersion())
                .param("at", time(event.replacedAt()))
                .update();
    }

    @EventHandler
    void on(AccountErased event) {
        sql("delete from account where id = :id").param("id", event.accountId()).update();
    }

    @EventHandler
    void on(SessionOpened event) {
        sql("update account set last_login_at = :at where id = :id")
                .param("id", event.accountId())
                .param("at", time(event.openedAt()))
                .update();
    }

    private JdbcClient.StatementSpec sql(String text) {
        return model.jdbc().sql(text);
    }

    private static Timestamp time(Instant at) {
        return Timestamp.from(at);
    }
}
