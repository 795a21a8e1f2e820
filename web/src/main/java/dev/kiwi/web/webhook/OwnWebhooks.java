package dev.kiwi.web.webhook;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.webhook.FindWebhook;
import dev.kiwi.api.webhook.WebhookView;
import dev.kiwi.web.dispatch.Queries;
import dev.kiwi.web.gate.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** One webhook for its owner alone: a foreign one reads like none. */
@Component
class OwnWebhooks {
    private final Queries queries;

    OwnWebhooks(Queries queries) {
        this.queries = queries;
    }

    Mono<WebhookView> find(String id, Caller.Session caller) {
        return queries.ask(new FindWebhook(id), WebhookView.class)
                .filter(webhook -> webhook.accountId().equals(caller.accountId()))
                .switchIfEmpty(Mono.error(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such webhook.")));
    }
}
