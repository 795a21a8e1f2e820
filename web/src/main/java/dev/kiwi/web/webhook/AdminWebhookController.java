package dev.kiwi.web.webhook;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.kiwi.api.account.AccountView;
import dev.kiwi.api.account.FindAccount;
import dev.kiwi.api.kernel.CursorPage;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.webhook.DisableCause;
import dev.kiwi.api.webhook.DisableWebhook;
import dev.kiwi.api.webhook.EnableWebhook;
import dev.kiwi.api.webhook.FindWebhooks;
import dev.kiwi.api.webhook.ListWebhooks;
import dev.kiwi.api.webhook.WebhookList;
import dev.kiwi.api.webhook.WebhookView;
import dev.kiwi.command.webhook.delivery.EndpointLog;
import dev.kiwi.command.webhook.delivery.EndpointLog.Failing;
import dev.kiwi.command.webhook.delivery.EndpointStanding;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.http.EntityId;
import dev.kiwi.web.paging.CursorQuery;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final EndpointLog endpoints;
    private final BlockingWork blocking;

    AdminWebhookController(Commands commands, Queries queries, EndpointLog endpoints, BlockingWork blocking) {
        this.commands = commands;
        this.queries = queries;
        this.endpoints = endpoints;
        this.blocking = blocking;
    }

    record FailingWebhook(@JsonUnwrapped AdminWebhookView webhook, EndpointStanding standing) {}

    @GetMapping("/users/{id}/webhooks")
    @ReadsFrom({Projection.ACCOUNT, Projection.WEBHOOK})
    Mono<List<AdminWebhookView>> list(@PathVariable @EntityId String id) {
        return queries.ask(new FindAccount(id), AccountView.class)
                .then(Mono.defer(() -> queries.ask(new ListWebhooks(id), WebhookList.class)))
                .map(webhooks ->
                        webhooks.items().stream().map(AdminWebhookView::of).toList());
    }

    /** Those of everybody whose last attempt failed, the newest webhook first. */
    @GetMapping("/webhooks/failing")
    @ReadsFrom(Projection.WEBHOOK)
    Mono<CursorPage<FailingWebhook>> failing(CursorQuery page) {
        return blocking.call(() -> page.page(endpoints.failing(page.cursor(), page.fetch()), Failing::webhookId))
                .flatMap(found -> queries.ask(new FindWebhooks(ids(found)), WebhookList.class)
                        .map(webhooks ->
                                new CursorPage<>(named(found, webhooks), found.nextCursor(), found.hasMore())));
    }

    private static List<String> ids(CursorPage<Failing> found) {
        return found.items().stream().map(Failing::webhookId).toList();
    }

    /** Without those that were deleted a moment ago. */
    private static List<FailingWebhook> named(CursorPage<Failing> found, WebhookList webhooks) {
        Map<String, AdminWebhookView> known =
                webhooks.items().stream().collect(Collectors.toMap(WebhookView::id, AdminWebhookView::of));
        return found.items().stream()
                .flatMap(failing -> Stream.ofNullable(known.get(failing.webhookId()))
                        .map(webhook -> new FailingWebhook(webhook, failing.standing())))
                .toList();
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
