package dev.kiwi.command.webhook.delivery;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How rows of the outbox end but by being sent. Every call blocks, and holds the endpoints before their deliveries. */
final class Endings {
    private final DeliveryTables tables;
    private final Endpoints endpoints;
    private final Clock clock;

    Endings(DeliveryTables tables, Clock clock) {
        this.tables = tables;
        this.endpoints = new Endpoints(tables);
        this.clock = clock;
    }

    /**
     * The webhook was disabled: what was ordered by then and waits is not sent, and it begins with a clean slate should it
     * be enabled again. It may be already: what was ordered since is left alone.
     */
    void cancel(String webhookId, Instant disabledAt) {
        tables.inTransaction(() -> {
            endpoints.forgive(webhookId, disabledAt);
            int cancelled = tables.sql()
                    .sql("update webhook_outbox.delivery"
                            + " set status = 'cancelled', next_attempt_at = null, finished_at = ?"
                            + " where webhook_id = ? and status = 'pending' and coalesce(asked_at, created_at) <= ?")
                    .params(Timestamp.from(clock.instant()), webhookId, Timestamp.from(disabledAt))
                    .update();
            endpoints.reckonNext(webhookId);
            return cancelled;
        });
    }

    /** The webhook is deleted, and with it its log. */
    void dropWebhook(String webhookId) {
        drop("webhook_id", webhookId);
    }

    /** The account is erased. */
    void dropAccount(String accountId) {
        drop("account_id", accountId);
    }

    private void drop(String column, String value) {
        if (!tables.areMade()) {
            return;
        }
        tables.inTransaction(() -> {
            int rows = delete("endpoint", column, value);
            return rows + delete("delivery", column, value);
        });
    }

    private int delete(String table, String column, String value) {
        return tables.sql()
                .sql("delete from webhook_outbox." + table + " where " + column + " = ?")
                .param(value)
                .update();
    }

    /** Deletes what is older, whatever became of it. @return how many deliveries */
    int expire(Duration retention) {
        if (!tables.areMade()) {
            return 0;
        }
        Instant now = clock.instant();
        tables.sql()
                .sql("delete from webhook_outbox.asked where asked_at < ?")
                .param(Timestamp.from(now.minus(Duration.ofHours(1))))
                .update();
        return tables.sql()
                .sql("delete from webhook_outbox.delivery where created_at < ? and status <> 'pending'")
                .param(Timestamp.from(now.minus(retention)))
                .update();
    }
}
