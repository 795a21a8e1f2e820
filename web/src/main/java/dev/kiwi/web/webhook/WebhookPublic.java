package dev.kiwi.web.webhook;

import dev.kiwi.api.webhook.WebhookView;
import dev.kiwi.api.webhook.WebhookView.Disabling;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as its owner sees it.
 *
 * @param disabledBy {@code owner}, {@code administrator} or {@code failures}; null while it is enabled
 * @param oldSecretUntil the secret before the last rotation signs too until then; null when there is none
 */
record WebhookPublic(
        String id,
        String name,
        String url,
        List<String> events,
        boolean enabled,
        @Nullable String disabledBy,
        @Nullable Instant disabledAt,
        @Nullable Instant oldSecretUntil,
        Instant createdAt) {

    static WebhookPublic of(WebhookView webhook) {
        Disabling disabling = webhook.disabling();
        return new WebhookPublic(
                webhook.id(),
                webhook.name(),
                webhook.url(),
                webhook.events(),
                webhook.enabled(),
                disabling == null ? null : disabling.cause().text(),
                disabling == null ? null : disabling.at(),
                webhook.oldSecretUntil(),
                webhook.createdAt());
    }

    /** Leaves the address out, so that it never reaches a log. */
    @Override
    public String toString() {
        return "WebhookPublic[" + id + "]";
    }
}
