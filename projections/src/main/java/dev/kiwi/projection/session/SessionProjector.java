package dev.kiwi.projection.session;

import dev.kiwi.api.account.AccountEvent.AccountErased;
import dev.kiwi.api.account.AccountEvent.EmailChanged;
import dev.kiwi.api.account.AccountEvent.GithubLinked;
import dev.kiwi.api.account.AccountEvent.PasskeyAdded;
import dev.kiwi.api.account.AccountEvent.PasskeyCounterWentBack;
import dev.kiwi.api.account.AccountEvent.PasskeyRemoved;
import dev.kiwi.api.account.AccountEvent.PasskeyRenamed;
import dev.kiwi.api.account.AccountEvent.PasskeyUsed;
import dev.kiwi.api.account.AccountEvent.PasswordReplaced;
import dev.kiwi.api.account.AccountEvent.RecoveryCodeUsed;
import dev.kiwi.api.account.AccountEvent.RecoveryCodesMade;
import dev.kiwi.api.account.AccountEvent.SecondFactorDisabled;
import dev.kiwi.api.account.AccountEvent.SecondFactorEnabled;
import dev.kiwi.api.account.AccountEvent.SessionsVoided;
import dev.kiwi.api.session.SessionEvent.RefreshTokenReused;
import dev.kiwi.api.session.SessionEvent.SessionExpired;
import dev.kiwi.api.session.SessionEvent.SessionOpened;
import dev.kiwi.api.session.SessionEvent.SessionRefreshed;
import dev.kiwi.api.session.SessionEvent.SessionRevoked;
import dev.kiwi.api.session.SessionEvent.UnfamiliarSignIn;
import dev.kiwi.projection.machinery.ReadModel;
import java.sql.Timestamp;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;

/**
 * Fills {@code session}, {@code refresh_token}, {@code passkey} and {@code incident}. An account that moves to another token version
 * ends its sessions.
 */
public final class SessionProjector {
    private final ReadModel model;
    private final IncidentRows incidents;
    private final PasskeyRows passkeys;

    public SessionProjector(ReadModel model) {
        this.model = model;
        this.incidents = new IncidentRows(model);
        this.passkeys = new PasskeyRows(model);
    }

    @EventHandler
    void on(SessionOpened event) {
        model.change(
                """
                insert into session (id, account_id, device, created_at, last_used_at, expires_at)
                values (?, ?, ?, ?, ?, ?)""",
                event.sessionId(),
                event.accountId(),
                event.device(),
                Timestamp.from(event.openedAt()),
                Timestamp.from(event.openedAt()),
                Timestamp.from(event.expiresAt()));
        addToken(event.refreshTokenHash(), event.sessionId());
    }

    @EventHandler
    void on(SessionRefreshed event) {
        model.change(
                "update session set last_used_at = ?, device = ? where id = ?",
                Timestamp.from(event.refreshedAt()),
                event.device(),
                event.sessionId());
        addToken(event.refreshTokenHash(), event.sessionId());
    }

    @EventHandler
    void on(SessionRevoked event) {
        model.change("update session set revoked = true where id = ?", event.sessionId());
    }

    @EventHandler
    void on(SessionExpired event) {
        model.change("delete from refresh_token where session_id = ?", event.sessionId());
        model.change("delete from session where id = ?", event.sessionId());
    }

    @EventHandler
    void on(SessionsVoided event, TrackingToken token) {
        endAll(event.accountId());
        incidents.add(event.accountId(), "sessions_voided", event.voidedAt(), token);
    }

    @EventHandler
    void on(PasswordReplaced event, TrackingToken token) {
        endAll(event.accountId());
        incidents.add(event.accountId(), "password_replaced", event.replacedAt(), token);
    }

    @EventHandler
    void on(EmailChanged event, TrackingToken token) {
        endAll(event.accountId());
        incidents.add(event.accountId(), "email_changed", event.changedAt(), token);
    }

    @EventHandler
    void on(GithubLinked event, TrackingToken token) {
        if (!event.registered()) {
            incidents.add(event.accountId(), "github_linked", event.linkedAt(), token);
        }
    }

    @EventHandler
    void on(UnfamiliarSignIn event, TrackingToken token) {
        incidents.add(
                event.accountId(), "unfamiliar_sign_in", event.sessionId(), event.device(), event.signedInAt(), token);
    }

    @EventHandler
    void on(RefreshTokenReused event, TrackingToken token) {
        incidents.add(event.accountId(), "refresh_token_reused", event.sessionId(), null, event.presentedAt(), token);
    }

    @EventHandler
    void on(SecondFactorEnabled event, TrackingToken token) {
        incidents.add(event.accountId(), "second_factor_enabled", event.enabledAt(), token);
    }

    @EventHandler
    void on(SecondFactorDisabled event, TrackingToken token) {
        incidents.add(event.accountId(), "second_factor_disabled", event.disabledAt(), token);
    }

    @EventHandler
    void on(RecoveryCodesMade event, TrackingToken token) {
        incidents.add(event.accountId(), "recovery_codes_made", event.madeAt(), token);
    }

    @EventHandler
    void on(RecoveryCodeUsed event, TrackingToken token) {
        incidents.add(event.accountId(), "recovery_code_used", event.usedAt(), token);
    }

    @EventHandler
    void on(PasskeyAdded event, TrackingToken token) {
        passkeys.add(event);
        incidents.add(event.accountId(), "passkey_added", event.addedAt(), token);
    }

    @EventHandler
    void on(PasskeyRenamed event) {
        passkeys.rename(event);
    }

    @EventHandler
    void on(PasskeyUsed event) {
        passkeys.use(event);
    }

    @EventHandler
    void on(PasskeyRemoved event, TrackingToken token) {
        passkeys.remove(event);
        incidents.add(event.accountId(), "passkey_removed", event.removedAt(), token);
    }

    @EventHandler
    void on(PasskeyCounterWentBack event, TrackingToken token) {
        incidents.add(event.accountId(), "passkey_counter_went_back", event.presentedAt(), token);
    }

    @EventHandler
    void on(AccountErased event) {
        // What is left says which claims its expiry gives back, and of whom nothing.
        model.change(
                "update session set revoked = true, device = null, account_id = '' where account_id = ?",
                event.accountId());
        passkeys.forget(event.accountId());
        incidents.forget(event.accountId());
    }

    private void addToken(String hash, String sessionId) {
        model.change("insert into refresh_token (hash, session_id) values (?, ?)", hash, sessionId);
    }

    private void endAll(String accountId) {
        model.change("update session set revoked = true where account_id = ? and not revoked", accountId);
    }
}
