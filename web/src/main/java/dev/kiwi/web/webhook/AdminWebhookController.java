package dev.kiwi.web.webhook;

import dev.kiwi.api.account.AccountView;
import dev.kiwi.api.account.FindAccount;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.webhook.DisableCause;
import dev.kiwi.api.webhook.DisableWebhook;
import dev.kiwi.api.webhook.EnableWebhook;
import dev.kiwi.api.webhook.ListWebhooks;
import dev.kiwi.api.webhook.WebhookList;
import dev.kiwi.api.webhook.WebhookView;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.http.EntityId;
import java.util.List;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Everybody's webhooks, for administrators. What one of them disables, its owner cannot enable. */
@RestController
@RequestMapping("/admin")
@Gate(Gate.Kind.SUPERUSER_SESSION)
class AdminWebhookController {
    private final Commands commands;
    private final Queries queries;

    AdminWebhookController(Commands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @GetMapping("/users/{id}/webhooks")
    @ReadsFrom({Projection.ACCOUNT, Projection.WEBHOOK})
    Mono<List<AdminWebhookView>> list(@PathVariable @EntityId String id) {
        return queries.ask(new FindAccount(id), AccountView.class)
                .then(Mono.defer(() -> queries.ask(new ListWebhooks(id), WebhookList.class)))
                .map(webhooks ->
                        webhooks.items().stream().map(AdminWebhookView::of).toList());
    }

    @PostMapping("/webhooks/{id}/disable")
    Mono<AdminWebhookView> disable(@PathVariable @EntityId String id, ServerWebExchange exchange) {
        return changed(new DisableWebhook(id, DisableCause.ADMINISTRATOR), exchange);
    }

    @PostMapping("/webhooks/{id}/enable")
    Mono<AdminWebhookView> enable(@PathVariable @EntityId String id, ServerWebExchange exchange) {
        return changed(new EnableWebhook(id), exchange);
    }

    private Mono<AdminWebhookView> changed(Object command, ServerWebExchange exchange) {
        return commands.<WebhookView>sendAndAwait(command, exchange, Projection.WEBHOOK)
                .map(done -> AdminWebhookView.of(Objects.requireNonNull(done.result())));
    }
}
