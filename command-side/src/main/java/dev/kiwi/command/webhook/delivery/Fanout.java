package dev.kiwi.command.webhook.delivery;

import dev.kiwi.api.webhook.Subscribers.Subscriber;
import dev.kiwi.api.webhook.WebhookKind;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.bson.types.ObjectId;

/** From one event to a delivery for each webhook that wants it. */
final class Fanout {
    private final KnownWebhooks webhooks;
    private final Outbox outbox;
    private final Runnable queued;
    private final Executor afterCommit;

    /**
     * @param queued told that there is something to send
     * @param afterCommit runs what must not happen when the deliveries are taken back
     */
    Fanout(KnownWebhooks webhooks, Outbox outbox, Runnable queued, Executor afterCommit) {
        this.webhooks = webhooks;
        this.outbox = outbox;
        this.queued = queued;
        this.afterCommit = afterCommit;
    }

    /** @param notice asked for only when somebody wants the kind; empty when whom it is about is gone */
    void tell(WebhookKind kind, EventMessage<?> cause, Supplier<Optional<Notice>> notice) {
        if (webhooks.anyWants(kind, position(cause))) {
            notice.get().ifPresent(told -> queue(told, cause));
        }
    }

    private void queue(Notice notice, EventMessage<?> cause) {
        List<Subscriber> subscribers = webhooks.thatWant(notice.kind(), notice.accountId(), position(cause));
        if (subscribers.isEmpty()) {
            return;
        }
        String id = ObjectId.get().toHexString();
        String kind = notice.kind().slug();
        String body = Envelope.text(id, kind, notice.at(), position(cause), notice.data());
        subscribers.forEach(to -> outbox.queue(to, id, cause.getIdentifier(), kind, body, RetrySchedule.PATIENCE));
        afterCommit.execute(queued);
    }

    static long position(EventMessage<?> event) {
        return event instanceof TrackedEventMessage<?> tracked
                ? tracked.trackingToken().position().orElse(-1)
                : -1;
    }
}
