package dev.kiwi.web.webhook;

import dev.kiwi.api.account.AccountView;
import dev.kiwi.api.account.FindAccount;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.webhook.CreateWebhook;
import dev.kiwi.api.webhook.DeleteWebhook;
import dev.kiwi.api.webhook.EditWebhook;
import dev.kiwi.api.webhook.ListWebhooks;
import dev.kiwi.api.webhook.RotateWebhookSecret;
import dev.kiwi.api.webhook.WebhookKind;
import dev.kiwi.api.webhook.WebhookList;
import dev.kiwi.api.webhook.WebhookView;
import dev.kiwi.command.webhook.WebhookSecrets;
import dev.kiwi.web.dispatch.Commands;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.gate.StepUp;
import dev.kiwi.web.http.EntityId;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The caller's own webhooks (docs/webhooks.md). Secrets leave this class only in answers. */
@RestController
@RequestMapping("/webhooks")
@Gate(Gate.Kind.SESSION)
class WebhookController {
    private final OwnWebhooks own;
    private final WebhookSecrets secrets;
    private final Commands commands;
    private final Queries queries;

    WebhookController(OwnWebhooks own, WebhookSecrets secrets, Commands commands, Queries queries) {
        this.own = own;
        this.secrets = secrets;
        this.commands = commands;
        this.queries = queries;
    }

    record EventKind(String kind, String description) {}

    @GetMapping("/event-kinds")
    Mono<List<EventKind>> kinds() {
        return Mono.fromSupplier(() -> Arrays.stream(WebhookKind.values())
                .map(kind -> new EventKind(kind.slug(), kind.description()))
                .toList());
    }

    @PostMapping
    @StepUp
    Mono<ResponseEntity<WebhookWithSecret>> create(
            @Valid @RequestBody CreateBody body, Caller.Session caller, ServerWebExchange exchange) {
        CreateWebhook command = new CreateWebhook(
                ObjectId.get().toHexString(), caller.accountId(), body.name(), body.url(), body.events());
        return verified(caller)
                .doOnNext(verified -> Refusal.ifViolated(new SubscriberIsVerified(verified)))
                .then(Mono.defer(() -> withSecret(command, HttpStatus.CREATED, exchange)));
    }

    /** Asks again when the caller is said not to be, because that may have changed a moment ago. */
    private Mono<Boolean> verified(Caller.Session caller) {
        return caller.verified()
                ? Mono.just(true)
                : queries.ask(new FindAccount(caller.accountId()), AccountView.class)
                        .map(AccountView::verified);
    }

    @GetMapping
    @ReadsFrom(Projection.WEBHOOK)
    Mono<List<WebhookPublic>> list(Caller.Session caller) {
        return queries.ask(new ListWebhooks(caller.accountId()), WebhookList.class)
                .map(webhooks ->
                        webhooks.items().stream().map(WebhookPublic::of).toList());
    }

    @GetMapping("/{id}")
    @ReadsFrom(Projection.WEBHOOK)
    Mono<WebhookPublic> one(@PathVariable @EntityId String id, Caller.Session caller) {
        return own.find(id, caller).map(WebhookPublic::of);
    }

    @PatchMapping("/{id}")
    @StepUp
    Mono<WebhookPublic> edit(
            @PathVariable @EntityId String id,
            @Valid @RequestBody EditBody body,
            Caller.Session caller,
            ServerWebExchange exchange) {
        EditWebhook command =
                new EditWebhook(id, caller.accountId(), body.name(), body.url(), body.events(), body.enabled());
        return commands.<WebhookView>sendAndAwait(command, exchange, Projection.WEBHOOK)
                .map(done -> WebhookPublic.of(Objects.requireNonNull(done.result())));
    }

    @DeleteMapping("/{id}")
    @StepUp
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(@PathVariable @EntityId String id, Caller.Session caller, ServerWebExchange exchange) {
        return commands.sendAndAwait(new DeleteWebhook(id, caller.accountId()), exchange, Projection.WEBHOOK)
                .then();
    }

    @PostMapping("/{id}/rotate-secret")
    @StepUp
    Mono<ResponseEntity<WebhookWithSecret>> rotate(
            @PathVariable @EntityId String id,
            @Valid @RequestBody(required = false) @Nullable RotateBody body,
            Caller.Session caller,
            ServerWebExchange exchange) {
        return withSecret(
                new RotateWebhookSecret(id, caller.accountId(), RotateBody.overlap(body)), HttpStatus.OK, exchange);
    }

    private Mono<ResponseEntity<WebhookWithSecret>> withSecret(
            Object command, HttpStatus status, ServerWebExchange exchange) {
        return commands.<WebhookView, WebhookWithSecret>answer(
                command,
                exchange,
                result -> {
                    WebhookView webhook = Objects.requireNonNull(result);
                    return WebhookWithSecret.answer(status, webhook, secrets.present(webhook));
                },
                Projection.WEBHOOK);
    }
}
