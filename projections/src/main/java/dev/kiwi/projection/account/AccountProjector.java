package dev.kiwi.projection.account;

import dev.kiwi.api.account.AccountEvent.AccountErased;
import dev.kiwi.api.account.AccountEvent.AccountRegistered;
import dev.kiwi.api.account.AccountEvent.EmailBounced;
import dev.kiwi.api.account.AccountEvent.EmailChanged;
import dev.kiwi.api.account.AccountEvent.EmailVerified;
import dev.kiwi.api.account.AccountEvent.GithubLinked;
import dev.kiwi.api.account.AccountEvent.PasswordReplaced;
import dev.kiwi.api.account.AccountEvent.ProfileChanged;
import dev.kiwi.api.account.AccountEvent.SessionsVoided;
import dev.kiwi.api.account.AccountEvent.SuperuserGranted;
import dev.kiwi.api.session.SessionEvent.SessionOpened;
import dev.kiwi.projection.machinery.ReadModel;
import java.sql.Timestamp;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;

/** Fills {@code account}. A session that opens is a login. */
public final class AccountProjector {
    private final ReadModel model;

    public AccountProjector(ReadModel model) {
        this.model = model;
    }

    @EventHandler
    void on(AccountRegistered event) {
        model.change(
                """
                insert into account (id, email, display_name, is_verified, is_superuser, created_at, updated_at)
                values (?, ?, ?, ?, ?, ?, ?)""",
                event.accountId(),
                event.email(),
                event.displayName(),
                event.verified(),
                event.superuser(),
                time(event.registeredAt()),
                time(event.registeredAt()));
    }

    @EventHandler
    void on(SuperuserGranted event) {
        model.change(
                "update account set is_superuser = true, updated_at = ? where id = ?",
                time(event.grantedAt()),
                event.accountId());
    }

    @EventHandler
    void on(PasswordReplaced event) {
        model.change(
                "update account set token_version = ?, updated_at = ? where id = ?",
                event.tokenVersion(),
                time(event.replacedAt()),
                event.accountId());
    }

    @EventHandler
    void on(SessionsVoided event) {
        model.change(
                "update account set token_version = ?, updated_at = ? where id = ?",
                event.tokenVersion(),
                time(event.voidedAt()),
                event.accountId());
    }

    @EventHandler
    void on(ProfileChanged event) {
        model.change(
                "update account set display_name = ?, updated_at = ? where id = ?",
                event.displayName(),
                time(event.changedAt()),
                event.accountId());
    }

    @EventHandler
    void on(EmailVerified event) {
        model.change(
                "update account set is_verified = true, updated_at = ? where id = ?",
                time(event.verifiedAt()),
                event.accountId());
    }

    @EventHandler
    void on(EmailChanged event) {
        model.change("""
                update account set email = ?, is_verified = true, email_bounced = false, token_version = ?, updated_at = ?
                where id = ?""", event.newEmail(), event.tokenVersion(), time(event.changedAt()), event.accountId());
    }

    @EventHandler
    void on(EmailBounced event) {
        model.change(
                "update account set email_bounced = true, updated_at = ? where id = ?",
                time(event.bouncedAt()),
                event.accountId());
    }

    @EventHandler
    void on(GithubLinked event) {
        model.change("""
                update account set github_linked = true, is_verified = true, email_bounced = false, updated_at = ?
                where id = ?""", time(event.linkedAt()), event.accountId());
    }

    @EventHandler
    void on(AccountErased event) {
        model.change("delete from account where id = ?", event.accountId());
    }

    @EventHandler
    void on(SessionOpened event) {
        model.change("update account set last_login_at = ? where id = ?", time(event.openedAt()), event.accountId());
    }

    private static Timestamp time(Instant at) {
        return Timestamp.from(at);
    }
}
