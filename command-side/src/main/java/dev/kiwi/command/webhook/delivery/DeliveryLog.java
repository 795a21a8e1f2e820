package dev.kiwi.command.webhook.delivery;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.webhook.delivery.DeliveryDetail.Attempt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What owners see of the outbox. Every call blocks. */
public final class DeliveryLog {
    private static final String SELECT = """
            select d.*, (select a.status from webhook_outbox.attempt a
                         where a.webhook_id = d.webhook_id and a.delivery_id = d.id
                         order by number desc limit 1) as last_status,
                case when d.status = 'pending' and d.asked_at is null then greatest(d.next_attempt_at, e.not_before)
                     else d.next_attempt_at end as due_at
            from webhook_outbox.delivery d left join webhook_outbox.endpoint e on e.webhook_id = d.webhook_id
            where d.webhook_id = :webhook""";

    private final DeliveryTables tables;
    private final DeliveryCipher cipher;

    DeliveryLog(DeliveryTables tables, DeliveryCipher cipher) {
        this.tables = tables;
        this.cipher = cipher;
    }

    /** Newest first. @param below an id; null for the newest */
    public List<DeliveryItem> list(String webhookId, @Nullable String below, int limit) {
        return tables.sql()
                .sql(SELECT + " and (cast(:below as text) is null or d.id < :below) order by d.id desc limit :limit")
                .param("webhook", webhookId)
                .param("below", below)
                .param("limit", limit)
                .query((row, _) -> item(row))
                .list();
    }

    /** @throws Refusal 404 when there is none */
    public DeliveryDetail find(String webhookId, String id) {
        return tables.sql()
                .sql(SELECT + " and d.id = :id")
                .param("webhook", webhookId)
                .param("id", id)
                .query((row, _) -> detail(row))
                .optional()
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such delivery."));
    }

    private DeliveryDetail detail(ResultSet row) throws SQLException {
        String account = row.getString("account_id");
        return new DeliveryDetail(
                item(row),
                cipher.open(row.getString("body"), "body", account),
                attempts(row.getString("webhook_id"), row.getString("id"), account));
    }

    private List<Attempt> attempts(String webhookId, String id, String account) {
        return tables.sql()
                .sql("select * from webhook_outbox.attempt where webhook_id = ? and delivery_id = ? order by number")
                .params(webhookId, id)
                .query((row, _) -> new Attempt(
                        row.getInt("number"),
                        row.getTimestamp("started_at").toInstant(),
                        row.getInt("duration_ms"),
                        row.getObject("status", Integer.class),
                        cipher.open(row.getString("answer"), "answer", account),
                        cipher.open(row.getString("error"), "error", account)))
                .list();
    }

    private static DeliveryItem item(ResultSet row) throws SQLException {
        return new DeliveryItem(
                row.getString("id"),
                row.getString("kind"),
                row.getString("status"),
                row.getInt("attempts"),
                row.getObject("last_status", Integer.class),
                instant(row, "due_at"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "finished_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
