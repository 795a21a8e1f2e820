package dev.kiwi.web.webhook;

import dev.kiwi.api.webhook.WebhookView;
import dev.kiwi.api.webhook.WebhookView.Disabling;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as administrators see it: paths of such addresses are often credentials, so only the host is shown.
 *
 * @param disabledBy {@code owner}, {@code administrator} or {@code failures}; null while it is enabled
 */
record AdminWebhookView(
        String id,
        String userId,
        String name,
        @Nullable String host,
        List<String> events,
        boolean enabled,
        @Nullable String disabledBy,
        @Nullable Instant disabledAt,
        Instant createdAt) {

    static AdminWebhookView of(WebhookView webhook) {
        Disabling disabling = webhook.disabling();
        return new AdminWebhookView(
                webhook.id(),
                webhook.accountId(),
                webhook.name(),
                host(webhook.url()),
                webhook.events(),
                webhook.enabled(),
                disabling == null ? null : disabling.cause().text(),
                disabling == null ? null : disabling.at(),
                webhook.createdAt());
    }

    /** Null once the owner's key is destroyed. */
    private static @Nullable String host(String url) {
        try {
            return new URI(url).getHost();
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
