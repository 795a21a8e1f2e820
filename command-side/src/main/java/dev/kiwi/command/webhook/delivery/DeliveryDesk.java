package dev.kiwi.command.webhook.delivery;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.webhook.Subscribers.Subscriber;
import dev.kiwi.api.webhook.WebhookKind;
import dev.kiwi.api.webhook.WebhookView;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;
import org.bson.types.ObjectId;

/**
 * What owners have sent by hand: tried once, at once, and ten times a minute at most, so that nobody has us hammer an
 * address. Every call blocks.
 */
public final class DeliveryDesk {
    static final int MOST_A_MINUTE = 10;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final DeliveryTables tables;
    private final Endpoints endpoints;
    private final Outbox outbox;
    private final DeliveryLog log;
    private final Runnable queued;
    private final Clock clock;

    DeliveryDesk(DeliveryTables tables, Outbox outbox, DeliveryLog log, Runnable queued, Clock clock) {
        this.tables = tables;
        this.endpoints = new Endpoints(tables);
        this.outbox = outbox;
        this.log = log;
        this.queued = queued;
        this.clock = clock;
    }

    /**
     * Queues a message that says nothing, to try the endpoint out.
     *
     * @throws Refusal 409 when the webhook is disabled; 429 for the eleventh order of a minute
     */
    public DeliveryItem ping(WebhookView webhook) {
        String id = ObjectId.get().toHexString();
        String body = Envelope.text(
                id, WebhookKind.PING, now(), null, Map.of("webhook_id", webhook.id(), "name", webhook.name()));
        return order(webhook, () -> {
            Subscriber to = new Subscriber(webhook.id(), webhook.accountId());
            outbox.queue(to, id, null, WebhookKind.PING, body, Duration.ZERO);
            return log.find(webhook.id(), id).delivery();
        });
    }

    /**
     * Has a delivery sent again, as it was, whatever became of it.
     *
     * @throws Refusal 404 when there is none; 409 when it waits to be sent, or the webhook is disabled; 429 as for a ping
     */
    public DeliveryItem redeliver(WebhookView webhook, String id) {
        return order(webhook, () -> {
            log.find(webhook.id(), id);
            Instant now = now();
            int changed = tables.sql()
                    .sql("update webhook_outbox.delivery set status = 'pending', finished_at = null,"
                            + " next_attempt_at = :now, give_up_at = :now, asked_at = :now"
                            + " where webhook_id = :webhook and id = :id and status <> 'pending'")
                    .param("now", Timestamp.from(now))
                    .param("webhook", webhook.id())
                    .param("id", id)
                    .update();
            if (changed == 0) {
                throw new Refusal(ErrorCode.CONFLICT, "The delivery waits to be sent already.");
            }
            return log.find(webhook.id(), id).delivery();
        });
    }

    private DeliveryItem order(WebhookView webhook, Supplier<DeliveryItem> work) {
        if (!webhook.enabled()) {
            throw new Refusal(ErrorCode.CONFLICT, "The webhook is disabled; enable it first.");
        }
        DeliveryItem item = tables.inTransaction(() -> {
            // The endpoint's row first, as everybody does: of orders at one moment each counts those before it.
            endpoints.expect(webhook.id(), webhook.accountId(), now(), true);
            count(webhook);
            return work.get();
        });
        queued.run();
        return item;
    }

    private void count(WebhookView webhook) {
        Instant now = now();
        int lately = tables.sql()
                .sql("select count(*) from webhook_outbox.asked where webhook_id = ? and asked_at > ?")
                .params(webhook.id(), Timestamp.from(now.minus(MINUTE)))
                .query(Integer.class)
                .single();
        if (lately >= MOST_A_MINUTE) {
            throw new Refusal(
                    ErrorCode.RATE_LIMITED,
                    "A webhook is tried by hand ten times a minute at most.",
                    Map.of("retry_after", MINUTE.toSeconds()));
        }
        tables.sql()
                .sql("insert into webhook_outbox.asked (webhook_id, asked_at) values (?, ?)")
                .params(webhook.id(), Timestamp.from(now))
                .update();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
