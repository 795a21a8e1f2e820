package dev.kiwi.command.webhook.delivery;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code webhook_outbox.endpoint}. Whoever changes deliveries of one changes its row first, which orders them.
 * Every call blocks.
 */
final class Endpoints {
    // The one that was served least lately: a slow one never delays others.
    private static final String LEASE_ONE = """
            update webhook_outbox.endpoint set leased_until = :until where webhook_id = (
                select webhook_id from webhook_outbox.endpoint
                where next_due <= :now and (leased_until is null or leased_until <= :now)
                order by served_at nulls first, next_due limit 1 for update skip locked)
            returning webhook_id""";
    private static final String EXPECT = """
            insert into webhook_outbox.endpoint as e (webhook_id, account_id, next_due)
            values (:webhook, :account, :now)
            on conflict (webhook_id) do update set next_due = least(e.next_due,
                case when :asked then excluded.next_due else greatest(excluded.next_due, e.not_before) end)""";
    private static final String RECKON_NEXT = """
            update webhook_outbox.endpoint e set next_due = (
                select min(case when d.asked_at is null then greatest(d.next_attempt_at, e.not_before)
                                else d.next_attempt_at end)
                from webhook_outbox.delivery d
                where d.webhook_id = e.webhook_id and d.status = 'pending')
            where e.webhook_id = ?""";
    // Nothing of what failed since is forgotten.
    private static final String FORGIVE = """
            update webhook_outbox.endpoint set
                failures = case when failing_since <= :until then 0 else failures end,
                not_before = case when failing_since <= :until then null else not_before end,
                failing_since = case when failing_since <= :until then null else failing_since end
            where webhook_id = :webhook""";

    private final DeliveryTables tables;

    Endpoints(DeliveryTables tables) {
        this.tables = tables;
    }

    /** There will be a delivery to send now. @param asked by hand: sent also while the endpoint is left alone */
    void expect(String webhookId, String accountId, Instant now, boolean asked) {
        tables.sql()
                .sql(EXPECT)
                .param("webhook", webhookId)
                .param("account", accountId)
                .param("now", Timestamp.from(now))
                .param("asked", asked)
                .update();
    }

    /** Of an event that came while too much waited; one that is queued already was not dropped. */
    void drop(String webhookId, String eventId, Instant now) {
        tables.sql()
                .sql("""
                        update webhook_outbox.endpoint set dropped = dropped + 1, last_dropped_at = :now
                        where webhook_id = :webhook and not exists (select from webhook_outbox.delivery
                            where webhook_id = :webhook and event_id = :event)""")
                .param("now", Timestamp.from(now))
                .param("webhook", webhookId)
                .param("event", eventId)
                .update();
    }

    /** The webhook's id of one that nobody else sends to; empty when none is due. */
    Optional<String> lease(Instant now, Instant until) {
        return tables.sql()
                .sql(LEASE_ONE)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .query(String.class)
                .optional();
    }

    /** Empty when another node has taken the lease over meanwhile. */
    Optional<Standing> hold(Outgoing sent) {
        return tables.sql()
                .sql("select failing_since, failures from webhook_outbox.endpoint"
                        + " where webhook_id = ? and leased_until = ? for update")
                .params(sent.webhookId(), Timestamp.from(sent.leasedUntil()))
                .query((row, _) -> {
                    Timestamp since = row.getTimestamp("failing_since");
                    return new Standing(since == null ? null : since.toInstant(), row.getInt("failures"));
                })
                .optional();
    }

    /** Gives the lease back. */
    void release(String webhookId, Instant now) {
        reckonNext(webhookId);
        tables.sql()
                .sql("update webhook_outbox.endpoint set leased_until = null, served_at = ? where webhook_id = ?")
                .params(Timestamp.from(now), webhookId)
                .update();
    }

    void stands(String webhookId, Standing standing, Instant now) {
        tables.sql()
                .sql("update webhook_outbox.endpoint set failing_since = :since, failures = :failures,"
                        + " not_before = :not_before where webhook_id = :webhook")
                .param("since", timestamp(standing.failingSince()))
                .param("failures", standing.failures())
                .param("not_before", timestamp(standing.notBefore(now)))
                .param("webhook", webhookId)
                .update();
    }

    /** A clean slate for what has been failing since then or earlier. */
    void forgive(String webhookId, Instant until) {
        tables.sql()
                .sql(FORGIVE)
                .param("until", Timestamp.from(until))
                .param("webhook", webhookId)
                .update();
    }

    void reckonNext(String webhookId) {
        tables.sql().sql(RECKON_NEXT).param(webhookId).update();
    }

    /** When the earliest pending delivery is due; empty when none waits. */
    Optional<Instant> nextDue() {
        return tables.sql()
                .sql("select min(greatest(next_due, leased_until)) from webhook_outbox.endpoint"
                        + " where next_due is not null")
                .query((row, _) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
