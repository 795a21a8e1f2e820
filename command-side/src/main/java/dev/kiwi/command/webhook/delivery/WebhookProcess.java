package dev.kiwi.command.webhook.delivery;

import dev.kiwi.api.account.AccountEvent.AccountErased;
import dev.kiwi.api.account.AccountEvent.EmailChanged;
import dev.kiwi.api.account.AccountEvent.GithubLinked;
import dev.kiwi.api.account.AccountEvent.PasskeyAdded;
import dev.kiwi.api.account.AccountEvent.PasskeyRemoved;
import dev.kiwi.api.account.AccountEvent.PasswordReplaced;
import dev.kiwi.api.account.AccountEvent.RecoveryCodeUsed;
import dev.kiwi.api.account.AccountEvent.SecondFactorDisabled;
import dev.kiwi.api.account.AccountEvent.SecondFactorEnabled;
import dev.kiwi.api.leaderboard.IngestCapture;
import dev.kiwi.api.leaderboard.LeaderboardEvent.CaptureIngested;
import dev.kiwi.api.session.SessionEvent.RefreshTokenReused;
import dev.kiwi.api.session.SessionEvent.UnfamiliarSignIn;
import dev.kiwi.api.token.TokenEvent.ExpiryWarned;
import dev.kiwi.api.token.TokenEvent.TokenDisabled;
import dev.kiwi.api.token.TokenEvent.TokenEnabled;
import dev.kiwi.api.token.TokenEvent.TokenLeaked;
import dev.kiwi.api.token.TokenEvent.TokenMinted;
import dev.kiwi.api.token.TokenEvent.TokenRevoked;
import dev.kiwi.api.token.TokenEvent.TokenRotated;
import dev.kiwi.api.webhook.WebhookEvent.WebhookDeleted;
import dev.kiwi.api.webhook.WebhookEvent.WebhookDisabled;
import dev.kiwi.api.webhook.WebhookKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Which events are told to webhooks, and what of them. Each handler changes rows of the transaction that its position is
 * stored in, so an event is queued once, whatever is killed when. Nothing rebuilds it (ADR 0018).
 */
final class WebhookProcess {
    private final Fanout fanout;
    private final Endings endings;
    private final KnownTokens tokens;

    WebhookProcess(Fanout fanout, Endings endings, KnownTokens tokens) {
        this.fanout = fanout;
        this.endings = endings;
        this.tokens = tokens;
    }

    @EventHandler
    void on(TokenMinted event, EventMessage<?> message) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("token_id", event.tokenId());
        data.put("name", event.name());
        data.put("prefix", event.prefix());
        data.put("scopes", event.scopes());
        data.put("expires_at", text(event.expiresAt()));
        tell(message, WebhookKind.TOKEN_MINTED, event.accountId(), event.mintedAt(), data);
    }

    @EventHandler
    void on(TokenRotated event, EventMessage<?> message) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>();
        more.put("prefix", event.prefix());
        more.put("old_secret_until", text(event.oldSecretUntil()));
        tellOfToken(message, WebhookKind.TOKEN_ROTATED, event.tokenId(), event.rotatedAt(), more);
    }

    @EventHandler
    void on(TokenDisabled event, EventMessage<?> message) {
        tellOfToken(message, WebhookKind.TOKEN_DISABLED, event.tokenId(), event.disabledAt(), Map.of());
    }

    @EventHandler
    void on(TokenEnabled event, EventMessage<?> message) {
        tellOfToken(message, WebhookKind.TOKEN_ENABLED, event.tokenId(), event.enabledAt(), Map.of());
    }

    @EventHandler
    void on(ExpiryWarned event, EventMessage<?> message) {
        Map<String, Object> more = Map.of("days_left", event.daysLeft());
        tellOfToken(message, WebhookKind.TOKEN_EXPIRING, event.tokenId(), event.warnedAt(), more);
    }

    @EventHandler
    void on(TokenLeaked event, EventMessage<?> message) {
        Map<String, Object> more = Map.of("source", event.source());
        tellOfToken(message, WebhookKind.TOKEN_LEAKED, event.tokenId(), event.reportedAt(), more);
    }

    @EventHandler
    void on(TokenRevoked event, EventMessage<?> message) {
        Map<String, Object> more = Map.of("reason", event.reason());
        tellOfToken(message, WebhookKind.TOKEN_REVOKED, event.tokenId(), event.revokedAt(), more);
    }

    /** Events of tokens tell neither their owner nor their name. @param more beside the token's id, name and prefix */
    private void tellOfToken(
            EventMessage<?> message,
            WebhookKind kind,
            String tokenId,
            Instant at,
            Map<String, ? extends @Nullable Object> more) {
        fanout.tell(
                kind,
                message,
                () -> tokens.of(tokenId, Fanout.position(message)).map(token -> {
                    Map<String, @Nullable Object> data = new LinkedHashMap<>();
                    data.put("token_id", tokenId);
                    data.put("name", token.name());
                    data.put("prefix", token.prefix());
                    data.putAll(more);
                    return new Notice(kind, token.accountId(), at, data);
                }));
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    @EventHandler
    void on(UnfamiliarSignIn event, EventMessage<?> message) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("session_id", event.sessionId());
        data.put("device", event.device());
        data.put("ip", event.ip());
        tell(message, WebhookKind.SESSION_UNFAMILIAR_SIGN_IN, event.accountId(), event.signedInAt(), data);
    }

    @EventHandler
    void on(RefreshTokenReused event, EventMessage<?> message) {
        Map<String, Object> data = Map.of("session_id", event.sessionId());
        tell(message, WebhookKind.SESSION_REFRESH_TOKEN_REUSED, event.accountId(), event.presentedAt(), data);
    }

    @EventHandler
    void on(PasswordReplaced event, EventMessage<?> message) {
        Map<String, Object> data = Map.of("cause", event.cause());
        tell(message, WebhookKind.ACCOUNT_PASSWORD_REPLACED, event.accountId(), event.replacedAt(), data);
    }

    /** Not which: addresses are for mail, and a receiver's log is no place for them. */
    @EventHandler
    void on(EmailChanged event, EventMessage<?> message) {
        tell(message, WebhookKind.ACCOUNT_EMAIL_CHANGED, event.accountId(), event.changedAt(), Map.of());
    }

    @EventHandler
    void on(GithubLinked event, EventMessage<?> message) {
        tell(message, WebhookKind.ACCOUNT_GITHUB_LINKED, event.accountId(), event.linkedAt(), Map.of());
    }

    @EventHandler
    void on(SecondFactorEnabled event, EventMessage<?> message) {
        tell(message, WebhookKind.ACCOUNT_SECOND_FACTOR_ENABLED, event.accountId(), event.enabledAt(), Map.of());
    }

    @EventHandler
    void on(SecondFactorDisabled event, EventMessage<?> message) {
        tell(message, WebhookKind.ACCOUNT_SECOND_FACTOR_DISABLED, event.accountId(), event.disabledAt(), Map.of());
    }

    @EventHandler
    void on(PasskeyAdded event, EventMessage<?> message) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("passkey_id", event.passkeyId());
        data.put("name", event.name());
        data.put("synced", event.synced());
        tell(message, WebhookKind.ACCOUNT_PASSKEY_ADDED, event.accountId(), event.addedAt(), data);
    }

    @EventHandler
    void on(PasskeyRemoved event, EventMessage<?> message) {
        Map<String, Object> data = Map.of("passkey_id", event.passkeyId());
        tell(message, WebhookKind.ACCOUNT_PASSKEY_REMOVED, event.accountId(), event.removedAt(), data);
    }

    @EventHandler
    void on(RecoveryCodeUsed event, EventMessage<?> message) {
        Map<String, Object> data = Map.of("left", event.left());
        tell(message, WebhookKind.ACCOUNT_RECOVERY_CODE_USED, event.accountId(), event.usedAt(), data);
    }

    @EventHandler
    void on(CaptureIngested event, EventMessage<?> message) {
        if (event.source().equals(IngestCapture.BACKLOG)) {
            // Read again from files of its own, thousands at a time; whoever wanted to know of them was told.
            return;
        }
        Map<String, Object> data = Map.of(
                "capture_id", event.captureId(),
                "timestamp", event.anchor(),
                "boards", event.boards(),
                "entries", event.entries(),
                "replaced_entries", event.replacedEntries(),
                "backfill", event.backfill());
        tell(message, WebhookKind.LEADERBOARDS_CAPTURE_COMPLETED, null, event.ingestedAt(), data);
    }

    private void tell(
            EventMessage<?> message,
            WebhookKind kind,
            @Nullable String accountId,
            Instant at,
            Map<String, ? extends @Nullable Object> data) {
        fanout.tell(kind, message, () -> Optional.of(new Notice(kind, accountId, at, data)));
    }

    @EventHandler
    void on(WebhookDisabled event) {
        endings.cancel(event.webhookId(), event.disabledAt());
    }

    @EventHandler
    void on(WebhookDeleted event) {
        endings.dropWebhook(event.webhookId());
    }

    @EventHandler
    void on(AccountErased event) {
        endings.dropAccount(event.accountId());
    }
}
