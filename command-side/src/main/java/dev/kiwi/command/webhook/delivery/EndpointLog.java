package dev.kiwi.command.webhook.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What owners and administrators see of endpoints. Every call blocks. */
public final class EndpointLog {
    private static final String SELECT = """
            select e.*, (select count(*) from webhook_outbox.delivery d
                         where d.webhook_id = e.webhook_id and d.status = 'pending') as waiting
            from webhook_outbox.endpoint e""";

    private final DeliveryTables tables;

    EndpointLog(DeliveryTables tables) {
        this.tables = tables;
    }

    /** An endpoint whose last attempt failed. */
    public record Failing(String webhookId, EndpointStanding standing) {}

    /** Of any webhook, also of one that nothing was ever sent to. */
    public EndpointStanding standing(String webhookId) {
        return tables.sql()
                .sql(SELECT + " where e.webhook_id = ?")
                .param(webhookId)
                .query((row, _) -> standing(row))
                .optional()
                .orElse(EndpointStanding.UNUSED);
    }

    /** Those of everybody that fail, the newest webhook first. @param below a webhook's id; null for the newest */
    public List<Failing> failing(@Nullable String below, int limit) {
        return tables.sql()
                .sql(SELECT
                        + " where e.failing_since is not null and (cast(:below as text) is null or e.webhook_id < :below)"
                        + " order by e.webhook_id desc limit :limit")
                .param("below", below)
                .param("limit", limit)
                .query((row, _) -> new Failing(row.getString("webhook_id"), standing(row)))
                .list();
    }

    private static EndpointStanding standing(ResultSet row) throws SQLException {
        return new EndpointStanding(
                instant(row, "failing_since"),
                row.getInt("failures"),
                instant(row, "not_before"),
                row.getInt("waiting"),
                row.getLong("dropped"),
                instant(row, "last_dropped_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
