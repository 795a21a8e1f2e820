package dev.kiwi.projection.token;

import dev.kiwi.api.account.AccountEvent.AccountErased;
import dev.kiwi.api.token.TokenEvent.TokenMinted;
import dev.kiwi.api.token.TokenEvent.TokenRevoked;
import dev.kiwi.projection.machinery.ReadModel;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills {@code token}. */
public final class TokenProjector {
    private final ReadModel model;

    public TokenProjector(ReadModel model) {
        this.model = model;
    }

    @EventHandler
    void on(TokenMinted event) {
        sql("""
                insert into token (id, account_id, name, prefix, scopes, allowed_ips, created_at, expires_at)
                values (:id, :account, :name, :prefix, :scopes, :ips, :at, :expires)""")
                .param("id", event.tokenId())
                .param("account", event.accountId())
                .param("name", event.name())
                .param("prefix", event.prefix())
                .param("scopes", event.scopes())
                .param("ips", array(event.allowedIps()))
                .param("at", Timestamp.from(event.mintedAt()))
                .param("expires", time(event.expiresAt()))
                .update();
    }

    @EventHandler
    void on(TokenRevoked event) {
        sql("update token set revoked_at = :at, revoke_reason = :reason where id = :id")
                .param("id", event.tokenId())
                .param("at", Timestamp.from(event.revokedAt()))
                .param("reason", event.reason())
                .update();
    }

    @EventHandler
    void on(AccountErased event) {
        sql("delete from token where account_id = :account")
                .param("account", event.accountId())
                .update();
    }

    private JdbcClient.StatementSpec sql(String text) {
        return model.jdbc().sql(text);
    }

    // Null once the owner's key is destroyed; the row goes with the owner.
    private static String[] array(@Nullable List<String> texts) {
        return texts == null ? new String[0] : texts.toArray(String[]::new);
    }

    private static @Nullable Timestamp time(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
