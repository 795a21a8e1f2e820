package dev.kiwi.projection.token;

import dev.kiwi.api.account.AccountEvent.AccountErased;
import dev.kiwi.api.token.TokenEvent.ExpiryWarned;
import dev.kiwi.api.token.TokenEvent.OldSecretRetired;
import dev.kiwi.api.token.TokenEvent.TokenDisabled;
import dev.kiwi.api.token.TokenEvent.TokenEdited;
import dev.kiwi.api.token.TokenEvent.TokenEnabled;
import dev.kiwi.api.token.TokenEvent.TokenMinted;
import dev.kiwi.api.token.TokenEvent.TokenRevoked;
import dev.kiwi.api.token.TokenEvent.TokenRotated;
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
    void on(TokenEdited event) {
        model.change(
                "update token set name = ?, allowed_ips = ? where id = ?",
                event.name(),
                array(event.allowedIps()),
                event.tokenId());
    }

    @EventHandler
    void on(TokenDisabled event) {
        disabled(event.tokenId(), true);
    }

    @EventHandler
    void on(TokenEnabled event) {
        disabled(event.tokenId(), false);
    }

    private void disabled(String tokenId, boolean now) {
        model.change("update token set disabled = ? where id = ?", now, tokenId);
    }

    @EventHandler
    void on(TokenRotated event) {
        model.change(
                """
                update token set prefix = ?, rotated_at = ?, old_secret_until = ?, expiry_warned = false
                where id = ?""", event.prefix(), Timestamp.from(event.rotatedAt()), time(event.oldSecretUntil()), event.tokenId());
    }

    @EventHandler
    void on(OldSecretRetired event) {
        model.change("update token set old_secret_until = null where id = ?", event.tokenId());
    }

    @EventHandler
    void on(ExpiryWarned event) {
        model.change("update token set expiry_warned = true where id = ?", event.tokenId());
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
