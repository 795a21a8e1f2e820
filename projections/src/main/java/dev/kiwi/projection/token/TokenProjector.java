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

/** Fills {@code token}. */
public final class TokenProjector {
    private final ReadModel model;

    public TokenProjector(ReadModel model) {
        this.model = model;
    }

    @EventHandler
    void on(TokenMinted event) {
        model.change(
                """
                insert into token (id, account_id, name, prefix, scopes, allowed_ips, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                event.tokenId(),
                event.accountId(),
                event.name(),
                event.prefix(),
                event.scopes(),
                array(event.allowedIps()),
                Timestamp.from(event.mintedAt()),
                time(event.expiresAt()));
    }

    @EventHandler
    void on(TokenRevoked event) {
        model.change(
                "update token set revoked_at = ?, revoke_reason = ? where id = ?",
                Timestamp.from(event.revokedAt()),
                event.reason(),
                event.tokenId());
    }

    @EventHandler
    void on(AccountErased event) {
        model.change("delete from token where account_id = ?", event.accountId());
    }

    // Null once the owner's key is destroyed; the row goes with the owner.
    private static String[] array(@Nullable List<String> texts) {
        return texts == null ? new String[0] : texts.toArray(String[]::new);
    }

    private static @Nullable Timestamp time(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
