package dev.kiwi.command.webhook.delivery;

import java.util.concurrent.Executor;

/** Everything about queueing deliveries in one place, so that its parts are no beans. */
public final class DeliveryRoom {
    private final Outbox outbox;
    private final Endings endings;
    private final KnownWebhooks webhooks;
    private final KnownTokens tokens;
    private final Runnable queued;

    DeliveryRoom(Outbox outbox, Endings endings, KnownWebhooks webhooks, KnownTokens tokens, Runnable queued) {
        this.outbox = outbox;
        this.endings = endings;
        this.webhooks = webhooks;
        this.tokens = tokens;
        this.queued = queued;
    }

    /**
     * The process manager: an object with {@code @EventHandler} methods, to be run in the order of the store, each in the
     * JDBC transaction that its position is stored in.
     *
     * @param afterCommit runs what must not happen when that transaction is rolled back
     */
    public Object process(Executor afterCommit) {
        return new WebhookProcess(new Fanout(webhooks, outbox, queued, afterCommit), endings, tokens);
    }
}
