package dev.kiwi.query.webhook;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.webhook.DisableCause;
import dev.kiwi.api.webhook.FindSubscribers;
import dev.kiwi.api.webhook.FindWebhook;
import dev.kiwi.api.webhook.FindWebhooks;
import dev.kiwi.api.webhook.ListSubscribedKinds;
import dev.kiwi.api.webhook.ListWebhooks;
import dev.kiwi.api.webhook.SubscribedKinds;
import dev.kiwi.api.webhook.Subscribers;
import dev.kiwi.api.webhook.Subscribers.Subscriber;
import dev.kiwi.api.webhook.WebhookList;
import dev.kiwi.api.webhook.WebhookView;
import dev.kiwi.api.webhook.WebhookView.Disabling;
import dev.kiwi.query.dispatch.QueryComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers from {@code webhook.webhook}. */
@QueryComponent
final class WebhookQueries {
    private final JdbcClient jdbc;

    WebhookQueries(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @QueryHandler
    WebhookView find(FindWebhook query) {
        return jdbc.sql("select * from webhook.webhook where id = ?")
                .param(query.webhookId())
                .query((row, n) -> view(row))
                .optional()
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such webhook."));
    }

    @QueryHandler
    WebhookList list(ListWebhooks query) {
        return new WebhookList(jdbc.sql("select * from webhook.webhook where account_id = ? order by created_at, id")
                .param(query.accountId())
                .query((row, n) -> view(row))
                .list());
    }

    @QueryHandler
    WebhookList find(FindWebhooks query) {
        return new WebhookList(jdbc.sql("select * from webhook.webhook where id = any (?)")
                .param((Object) query.webhookIds().toArray(String[]::new))
                .query((row, n) -> view(row))
                .list());
    }

    @QueryHandler
    Subscribers subscribers(FindSubscribers query) {
        return new Subscribers(jdbc.sql("""
                        select id, account_id from webhook.webhook
                        where disabled_at is null and :kind = any (events)
                            and (cast(:account as text) is null or account_id = :account)
                            and enabled_since < :position
                        order by id""")
                .param("kind", query.kind().slug())
                .param("account", query.accountId())
                .param("position", query.position())
                .query((row, n) -> new Subscriber(row.getString("id"), row.getString("account_id")))
                .list());
    }

    @QueryHandler
    SubscribedKinds kinds(ListSubscribedKinds query) {
        return new SubscribedKinds(
                Set.copyOf(jdbc.sql("select distinct unnest(events) from webhook.webhook where disabled_at is null")
                        .query(String.class)
                        .list()));
    }

    private static WebhookView view(ResultSet row) throws SQLException {
        Instant disabledAt = instant(row, "disabled_at");
        return new WebhookView(
                row.getString("id"),
                row.getString("account_id"),
                row.getString("name"),
                row.getString("url"),
                List.of((String[]) row.getArray("events").getArray()),
                disabledAt == null ? null : new Disabling(DisableCause.of(row.getString("disabled_cause")), disabledAt),
                row.getInt("secret_version"),
                instant(row, "old_secret_until"),
                row.getTimestamp("created_at").toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
