package dev.kiwi.web.export;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.webhook.ListWebhooks;
import dev.kiwi.api.webhook.WebhookList;
import dev.kiwi.command.webhook.delivery.DeliveryDetail;
import dev.kiwi.command.webhook.delivery.DeliveryItem;
import dev.kiwi.command.webhook.delivery.DeliveryLog;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.http.BlockingWork;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was posted to the account's webhooks, within the retention; of each webhook newest first, as the log is read. */
@Component
@Order(5)
final class WebhookDeliveriesPart implements ExportPart {
    private static final int PAGE = 200;

    private final Queries queries;
    private final DeliveryLog log;
    private final BlockingWork blocking;

    WebhookDeliveriesPart(Queries queries, DeliveryLog log, BlockingWork blocking) {
        this.queries = queries;
        this.log = log;
        this.blocking = blocking;
    }

    record Exported(String webhookId, @JsonUnwrapped DeliveryDetail delivery) {}

    @Override
    public String name() {
        return "webhook_deliveries";
    }

    @Override
    public Flux<Exported> items(String accountId) {
        return queries.ask(new ListWebhooks(accountId), WebhookList.class)
                .flatMapIterable(WebhookList::items)
                .concatMap(webhook -> deliveries(webhook.id()), 0);
    }

    private Flux<Exported> deliveries(String webhookId) {
        return page(webhookId, null)
                .expand(items -> items.size() < PAGE
                        ? Mono.empty()
                        : page(webhookId, items.getLast().id()))
                .flatMapIterable(items -> items, 1)
                .concatMap(item -> delivery(webhookId, item.id()), 0);
    }

    private Mono<Exported> delivery(String webhookId, String id) {
        return blocking.<Exported>call(() -> new Exported(webhookId, log.find(webhookId, id)))
                // Deleted while the export is written.
                .onErrorComplete(Refusal.class);
    }

    private Mono<List<DeliveryItem>> page(String webhookId, @Nullable String below) {
        return blocking.call(() -> log.list(webhookId, below, PAGE));
    }
}
