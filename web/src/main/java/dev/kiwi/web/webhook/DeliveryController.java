package dev.kiwi.web.webhook;

import dev.kiwi.api.kernel.CursorPage;
import dev.kiwi.api.kernel.Projection;
import dev.kiwi.command.webhook.delivery.DeliveryDesk;
import dev.kiwi.command.webhook.delivery.DeliveryDetail;
import dev.kiwi.command.webhook.delivery.DeliveryItem;
import dev.kiwi.command.webhook.delivery.DeliveryLog;
import dev.kiwi.command.webhook.delivery.EndpointLog;
import dev.kiwi.command.webhook.delivery.EndpointStanding;
import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.Gate;
import dev.kiwi.web.gate.ReadsFrom;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.http.EntityId;
import dev.kiwi.web.paging.CursorQuery;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What was posted to a webhook of the caller, and what its owner has posted by hand. */
@RestController
@RequestMapping("/webhooks/{id}")
@Gate(Gate.Kind.SESSION)
class DeliveryController {
    private final OwnWebhooks own;
    private final DeliveryLog log;
    private final DeliveryDesk desk;
    private final EndpointLog endpoints;
    private final BlockingWork blocking;

    DeliveryController(
            OwnWebhooks own, DeliveryLog log, DeliveryDesk desk, EndpointLog endpoints, BlockingWork blocking) {
        this.own = own;
        this.log = log;
        this.desk = desk;
        this.endpoints = endpoints;
        this.blocking = blocking;
    }

    @GetMapping("/deliveries")
    @ReadsFrom(Projection.WEBHOOK)
    Mono<CursorPage<DeliveryItem>> list(@PathVariable @EntityId String id, CursorQuery page, Caller.Session caller) {
        return own.find(id, caller)
                .flatMap(webhook ->
                        blocking.call(() -> page.page(log.list(id, page.cursor(), page.fetch()), DeliveryItem::id)));
    }

    @GetMapping("/deliveries/{delivery}")
    @ReadsFrom(Projection.WEBHOOK)
    Mono<DeliveryDetail> one(
            @PathVariable @EntityId String id, @PathVariable @EntityId String delivery, Caller.Session caller) {
        return own.find(id, caller).flatMap(webhook -> blocking.call(() -> log.find(id, delivery)));
    }

    @GetMapping("/standing")
    @ReadsFrom(Projection.WEBHOOK)
    Mono<EndpointStanding> standing(@PathVariable @EntityId String id, Caller.Session caller) {
        return own.find(id, caller).flatMap(webhook -> blocking.call(() -> endpoints.standing(id)));
    }

    @PostMapping("/deliveries/{delivery}/redeliver")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<DeliveryItem> redeliver(
            @PathVariable @EntityId String id, @PathVariable @EntityId String delivery, Caller.Session caller) {
        return own.find(id, caller).flatMap(webhook -> blocking.call(() -> desk.redeliver(webhook, delivery)));
    }

    @PostMapping("/ping")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<DeliveryItem> ping(@PathVariable @EntityId String id, Caller.Session caller) {
        return own.find(id, caller).flatMap(webhook -> blocking.call(() -> desk.ping(webhook)));
    }
}
