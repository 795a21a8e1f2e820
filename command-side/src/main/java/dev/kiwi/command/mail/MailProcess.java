package dev.kiwi.command.mail;

import dev.kiwi.api.account.AccountEvent.AccountErased;
import dev.kiwi.api.account.AccountEvent.EmailBounced;
import dev.kiwi.api.account.AccountEvent.EmailChangeRequested;
import dev.kiwi.api.account.AccountEvent.EmailChanged;
import dev.kiwi.api.account.AccountEvent.GithubLinked;
import dev.kiwi.api.account.AccountEvent.PasskeyAdded;
import dev.kiwi.api.account.AccountEvent.PasskeyCounterWentBack;
import dev.kiwi.api.account.AccountEvent.PasskeyRemoved;
import dev.kiwi.api.account.AccountEvent.PasswordReplaced;
import dev.kiwi.api.account.AccountEvent.PasswordResetRequested;
import dev.kiwi.api.account.AccountEvent.RecoveryCodeUsed;
import dev.kiwi.api.account.AccountEvent.SecondFactorDisabled;
import dev.kiwi.api.account.AccountEvent.SecondFactorEnabled;
import dev.kiwi.api.account.AccountEvent.VerificationRequested;
import dev.kiwi.api.account.EmailLinkPurpose;
import dev.kiwi.api.account.PasswordCause;
import dev.kiwi.api.session.SessionEvent.UnfamiliarSignIn;
import dev.kiwi.api.token.TokenEvent.ExpiryWarned;
import dev.kiwi.api.token.TokenEvent.TokenLeaked;
import dev.kiwi.api.token.TokenEvent.TokenMinted;
import dev.kiwi.api.token.TokenEvent.TokenRotated;
import dev.kiwi.api.webhook.DisableCause;
import dev.kiwi.api.webhook.WebhookEvent.WebhookDisabled;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/**
 * Which events are told by mail, and to whom (platform.md 18.1). Each handler changes rows of the transaction that its
 * position is stored in, so an event is told once, whatever is killed when. Nothing rebuilds it (ADR 0018).
 */
final class MailProcess {
    private final Letterbox letterbox;
    private final Drafts drafts;
    private final MailLinks links;
    private final TokenLabels tokens;
    private final BouncedAccounts bounced;

    MailProcess(Letterbox letterbox, Drafts drafts, MailLinks links, TokenLabels tokens, BouncedAccounts bounced) {
        this.letterbox = letterbox;
        this.drafts = drafts;
        this.links = links;
        this.tokens = tokens;
        this.bounced = bounced;
    }

    @EventHandler
    void on(VerificationRequested event, EventMessage<?> message) {
        tellOf(
                message,
                event.accountId(),
                MailKind.VERIFY_EMAIL,
                _ -> links.link(EmailLinkPurpose.VERIFY, event.accountId(), null),
                drafts::verifyEmail);
    }

    @EventHandler
    void on(PasswordResetRequested event, EventMessage<?> message) {
        tellOf(
                message,
                event.accountId(),
                MailKind.RESET_PASSWORD,
                _ -> links.link(EmailLinkPurpose.RESET_PASSWORD, event.accountId(), null),
                drafts::resetPassword);
    }

    @EventHandler
    void on(EmailChangeRequested event, EventMessage<?> message) {
        String address = event.newEmail();
        if (address != null) {
            links.link(EmailLinkPurpose.CHANGE_EMAIL, event.accountId(), address)
                    .ifPresent(link -> letterbox.write(
                            Cause.of(message),
                            event.accountId(),
                            address,
                            MailKind.CONFIRM_NEW_EMAIL,
                            () -> drafts.confirmNewEmail(link)));
        }
    }

    @EventHandler
    void on(EmailChanged event, EventMessage<?> message) {
        bounced.remove(event.accountId());
        String old = event.oldEmail();
        if (old != null) {
            letterbox.write(
                    Cause.of(message),
                    event.accountId(),
                    old,
                    MailKind.EMAIL_CHANGED,
                    () -> drafts.emailChanged(event.newEmail()));
        }
    }

    @EventHandler
    void on(PasswordReplaced event, EventMessage<?> message) {
        if (isChangedByOwner(event)) {
            letterbox.tell(Cause.of(message), event.accountId(), MailKind.PASSWORD_CHANGED, drafts::passwordChanged);
        }
    }

    /** A reset was asked for by mail already, and the operator needs no mail of the superuser's password. */
    private static boolean isChangedByOwner(PasswordReplaced event) {
        return event.cause().equals(PasswordCause.CHANGED.text());
    }

    @EventHandler
    void on(GithubLinked event, EventMessage<?> message) {
        bounced.remove(event.accountId());
        if (!event.registered()) {
            letterbox.tell(Cause.of(message), event.accountId(), MailKind.GITHUB_LINKED, drafts::githubLinked);
        }
    }

    @EventHandler
    void on(PasskeyAdded event, EventMessage<?> message) {
        letterbox.tell(
                Cause.of(message), event.accountId(), MailKind.PASSKEY_ADDED, () -> drafts.passkeyAdded(event.name()));
    }

    @EventHandler
    void on(PasskeyRemoved event, EventMessage<?> message) {
        letterbox.tell(Cause.of(message), event.accountId(), MailKind.PASSKEY_REMOVED, drafts::passkeyRemoved);
    }

    @EventHandler
    void on(PasskeyCounterWentBack event, EventMessage<?> message) {
        letterbox.tell(
                Cause.of(message),
                event.accountId(),
                MailKind.PASSKEY_COUNTER_WENT_BACK,
                drafts::passkeyCounterWentBack);
    }

    @EventHandler
    void on(SecondFactorEnabled event, EventMessage<?> message) {
        letterbox.tell(
                Cause.of(message), event.accountId(), MailKind.SECOND_FACTOR_ENABLED, drafts::secondFactorEnabled);
    }

    @EventHandler
    void on(SecondFactorDisabled event, EventMessage<?> message) {
        letterbox.tell(
                Cause.of(message), event.accountId(), MailKind.SECOND_FACTOR_DISABLED, drafts::secondFactorDisabled);
    }

    @EventHandler
    void on(RecoveryCodeUsed event, EventMessage<?> message) {
        letterbox.tell(
                Cause.of(message),
                event.accountId(),
                MailKind.RECOVERY_CODE_USED,
                () -> drafts.recoveryCodeUsed(event.left()));
    }

    @EventHandler
    void on(UnfamiliarSignIn event, EventMessage<?> message) {
        letterbox.tell(
                Cause.of(message),
                event.accountId(),
                MailKind.NEW_SIGN_IN,
                () -> drafts.newSignIn(event.device(), event.ip()));
    }

    @EventHandler
    void on(TokenMinted event, EventMessage<?> message) {
        letterbox.tell(
                Cause.of(message),
                event.accountId(),
                MailKind.TOKEN_CREATED,
                () -> drafts.tokenCreated(event.name(), event.prefix()));
    }

    @EventHandler
    void on(TokenRotated event, EventMessage<?> message) {
        tellOf(
                message,
                event.accountId(),
                MailKind.TOKEN_CREATED,
                position -> tokens.of(event.tokenId(), position),
                token -> drafts.tokenRotated(token.name(), event.prefix()));
    }

    @EventHandler
    void on(ExpiryWarned event, EventMessage<?> message) {
        tellOf(
                message,
                event.accountId(),
                MailKind.TOKEN_EXPIRING,
                position -> tokens.of(event.tokenId(), position),
                token -> drafts.tokenExpiring(token.name(), token.prefix(), event.daysLeft()));
    }

    @EventHandler
    void on(TokenLeaked event, EventMessage<?> message) {
        tellOf(
                message,
                event.accountId(),
                MailKind.TOKEN_COMPROMISED,
                position -> tokens.of(event.tokenId(), position),
                token -> drafts.tokenCompromised(token.name(), token.prefix(), event.source()));
    }

    /** Owners need no mail of what they did themselves. */
    @EventHandler
    void on(WebhookDisabled event, EventMessage<?> message) {
        DisableCause cause = DisableCause.of(event.cause());
        if (cause != DisableCause.OWNER) {
            letterbox.tell(
                    Cause.of(message),
                    event.accountId(),
                    MailKind.WEBHOOK_DISABLED,
                    () -> drafts.webhookDisabled(event.name(), cause == DisableCause.ADMINISTRATOR));
        }
    }

    @EventHandler
    void on(EmailBounced event) {
        bounced.add(event.accountId(), event.bouncedAt());
    }

    @EventHandler
    void on(AccountErased event) {
        bounced.remove(event.accountId());
        letterbox.forget(event.accountId());
    }

    /** @param asked what the message needs of another context; nothing once the account is gone */
    private <T> void tellOf(
            EventMessage<?> message,
            String accountId,
            MailKind kind,
            LongFunction<Optional<T>> asked,
            Function<T, Draft> draft) {
        Cause cause = Cause.of(message);
        if (letterbox.takes(accountId, kind)) {
            asked.apply(cause.position())
                    .ifPresent(answer -> letterbox.tell(cause, accountId, kind, () -> draft.apply(answer)));
        }
    }
}
