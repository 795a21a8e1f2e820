package dev.kiwi.web.export;

import dev.kiwi.api.webhook.ListWebhooks;
import dev.kiwi.api.webhook.WebhookList;
import dev.kiwi.api.webhook.WebhookView;
import dev.kiwi.web.dispatch.Queries;
import java.time.Instant;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The account's webhooks. */
@Component
@Order(4)
final class WebhooksPart implements ExportPart {
    private final Queries queries;

    WebhooksPart(Queries queries) {
        this.queries = queries;
    }

    record Exported(String id, String name, String url, List<String> events, boolean enabled, Instant createdAt) {
        static Exported of(WebhookView webhook) {
            return new Exported(
                    webhook.id(),
                    webhook.name(),
                    webhook.url(),
                    webhook.events(),
                    webhook.enabled(),
                    webhook.createdAt());
        }
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public Flux<Exported> items(String accountId) {
        return queries.ask(new ListWebhooks(accountId), WebhookList.class)
                .flatMapIterable(WebhookList::items)
                .map(Exported::of);
    }
}
