package dev.kiwi.projection.webhook;

import dev.kiwi.api.account.AccountEvent.AccountErased;
import dev.kiwi.api.webhook.WebhookEvent.SecretRotated;
import dev.kiwi.api.webhook.WebhookEvent.WebhookCreated;
import dev.kiwi.api.webhook.WebhookEvent.WebhookDeleted;
import dev.kiwi.api.webhook.WebhookEvent.WebhookDisabled;
import dev.kiwi.api.webhook.WebhookEvent.WebhookEdited;
import dev.kiwi.api.webhook.WebhookEvent.WebhookEnabled;
import dev.kiwi.projection.machinery.ReadModel;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** Fills {@code webhook}. */
public final class WebhookProjector {
    private final ReadModel model;

    public WebhookProjector(ReadModel model) {
        this.model = model;
    }

    @EventHandler
    void on(WebhookCreated event, TrackingToken token) {
        model.change(
                "insert into webhook (id, account_id, name, url, events, created_at, enabled_since)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                event.webhookId(),
                event.accountId(),
                event.name(),
                known(event.url()),
                array(event.events()),
                Timestamp.from(event.createdAt()),
                token.position().orElseThrow());
    }

    @EventHandler
    void on(WebhookEdited event) {
        model.change(
                "update webhook set name = ?, url = ?, events = ? where id = ?",
                event.name(),
                known(event.url()),
                array(event.events()),
                event.webhookId());
    }

    @EventHandler
    void on(WebhookEnabled event, TrackingToken token) {
        model.change(
                "update webhook set disabled_cause = null, disabled_at = null, enabled_since = ? where id = ?",
                token.position().orElseThrow(),
                event.webhookId());
    }

    @EventHandler
    void on(WebhookDisabled event) {
        model.change(
                "update webhook set disabled_cause = ?, disabled_at = ? where id = ?",
                event.cause(),
                Timestamp.from(event.disabledAt()),
                event.webhookId());
    }

    @EventHandler
    void on(SecretRotated event) {
        model.change(
                "update webhook set secret_version = ?, old_secret_until = ? where id = ?",
                event.version(),
                time(event.oldSecretUntil()),
                event.webhookId());
    }

    @EventHandler
    void on(WebhookDeleted event) {
        model.change("delete from webhook where id = ?", event.webhookId());
    }

    @EventHandler
    void on(AccountErased event) {
        model.change("delete from webhook where account_id = ?", event.accountId());
    }

    // Null once the owner's key is destroyed; the row goes with the owner.
    private static String known(@Nullable String url) {
        return Objects.requireNonNullElse(url, "");
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static @Nullable Timestamp time(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
