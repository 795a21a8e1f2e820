package dev.kiwi.command.webhook.delivery;

import dev.kiwi.api.webhook.Subscribers.Subscriber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code webhook_outbox} on their way: queued in the caller's transaction, attempted by the one node that
 * holds the endpoint's lease, settled by the same. Every call blocks.
 */
final class Outbox {
    /** A node that has not settled by then is dead. Far longer than one attempt takes. */
    static final Duration LEASE = Duration.ofMinutes(1);

    /** Of one webhook. What its owner asks for by hand is bounded otherwise. */
    static final int MOST_WAITING = 1_000;

    private static final String OLDEST_DUE = """
            select d.* from webhook_outbox.delivery d join webhook_outbox.endpoint e on e.webhook_id = d.webhook_id
            where d.webhook_id = :webhook and d.status = 'pending' and d.next_attempt_at <= :now
                and (d.asked_at is not null or e.not_before is null or e.not_before <= :now)
            order by d.id limit 1""";
    private static final String QUEUE = """
            insert into webhook_outbox.delivery (webhook_id, id, account_id, event_id, kind, body, status,
                                                 next_attempt_at, give_up_at, created_at, asked_at)
            select :webhook, :id, :account, :event, :kind, :body, 'pending', cast(:now as timestamptz),
                cast(:give_up as timestamptz), cast(:now as timestamptz), cast(:asked as timestamptz)
            where cast(:asked as timestamptz) is not null or :most > (
                select count(*) from webhook_outbox.delivery where webhook_id = :webhook and status = 'pending')
            on conflict (webhook_id, event_id) do nothing""";

    private final DeliveryTables tables;
    private final Endpoints endpoints;
    private final DeliveryCipher cipher;
    private final Clock clock;

    Outbox(DeliveryTables tables, DeliveryCipher cipher, Clock clock) {
        this.tables = tables;
        this.endpoints = new Endpoints(tables);
        this.cipher = cipher;
        this.clock = clock;
    }

    /**
     * Due at once. Nothing is queued when the event is there already, or when the account is erased; an event that finds
     * {@link #MOST_WAITING} before it is counted as dropped, which its owner sees.
     *
     * @param id of the message, 24 lower-case hex digits
     * @param eventId null for a ping
     * @param patience how long it is tried again
     */
    void queue(Subscriber to, String id, @Nullable String eventId, String kind, String body, Duration patience) {
        String closed = cipher.close(body, "body", to.accountId());
        if (closed == null) {
            return;
        }
        Instant now = now();
        // First the endpoint's row, as everybody does: it orders those who change its deliveries.
        endpoints.expect(to.webhookId(), to.accountId(), now, eventId == null);
        int queued = tables.sql()
                .sql(QUEUE)
                .param("webhook", to.webhookId())
                .param("id", id)
                .param("account", to.accountId())
                .param("event", eventId)
                .param("kind", kind)
                .param("body", closed)
                .param("now", Timestamp.from(now))
                .param("give_up", Timestamp.from(now.plus(patience)))
                .param("asked", eventId == null ? Timestamp.from(now) : null)
                .param("most", MOST_WAITING)
                .update();
        if (queued == 0 && eventId != null) {
            endpoints.drop(to.webhookId(), eventId, now);
        }
    }

    /** The next delivery of an endpoint that nobody else sends to, now this node's; empty when none is due. */
    Optional<Outgoing> claim() {
        Lease lease;
        do {
            lease = tables.inTransaction(this::lease);
            // An endpoint whose row promised more than there is: its row is right now, so the next one's turn.
        } while (lease == Lease.IDLE);
        return Optional.ofNullable(lease.due());
    }

    private record Lease(@Nullable Outgoing due) {
        /** No endpoint can be served now. */
        static final Lease NONE = new Lease(null);
        /** An endpoint was held, and there was nothing to send to it. */
        static final Lease IDLE = new Lease(null);
    }

    private Lease lease() {
        Instant now = now();
        Instant until = now.plus(LEASE);
        return endpoints
                .lease(now, until)
                .map(webhook -> oldestDue(webhook, now, until).map(Lease::new).orElseGet(() -> idle(webhook, now)))
                .orElse(Lease.NONE);
    }

    private Lease idle(String webhookId, Instant now) {
        endpoints.release(webhookId, now);
        return Lease.IDLE;
    }

    private Optional<Outgoing> oldestDue(String webhookId, Instant now, Instant until) {
        return tables.sql()
                .sql(OLDEST_DUE)
                .param("webhook", webhookId)
                .param("now", Timestamp.from(now))
                .query((row, _) -> outgoing(row, until))
                .optional();
    }

    private Outgoing outgoing(ResultSet row, Instant until) throws SQLException {
        String account = row.getString("account_id");
        return new Outgoing(
                row.getString("webhook_id"),
                row.getString("id"),
                account,
                row.getString("kind"),
                cipher.open(row.getString("body"), "body", account),
                row.getInt("attempts"),
                row.getTimestamp("give_up_at").toInstant(),
                until);
    }

    /**
     * Notes the attempt and gives the endpoint back. A lease that another node has taken over meanwhile settles nothing.
     *
     * @param next when it is tried again; null for never
     * @return how the endpoint has been doing, this attempt included
     */
    Standing settle(Outgoing sent, Outcome outcome, @Nullable Instant next) {
        return tables.inTransaction(() -> {
            Optional<Standing> before = endpoints.hold(sent);
            if (before.isEmpty()) {
                return Standing.GOOD;
            }
            Instant now = now();
            note(sent, outcome);
            change(sent, outcome, next, now);
            Standing after = before.get().after(outcome, now);
            endpoints.stands(sent.webhookId(), after, now);
            endpoints.release(sent.webhookId(), now);
            return after;
        });
    }

    private void note(Outgoing sent, Outcome outcome) {
        tables.sql()
                .sql("""
                        insert into webhook_outbox.attempt (webhook_id, delivery_id, number, started_at, duration_ms,
                                                            status, answer, error)
                        values (:webhook, :id, :number, :started, :duration, :status, :answer, :error)""")
                .param("webhook", sent.webhookId())
                .param("id", sent.id())
                .param("number", sent.attempts() + 1)
                .param("started", Timestamp.from(outcome.startedAt()))
                .param("duration", Math.toIntExact(outcome.duration().toMillis()))
                .param("status", outcome.status())
                .param("answer", cipher.close(outcome.answer(), "answer", sent.accountId()))
                .param("error", cipher.close(outcome.error(), "error", sent.accountId()))
                .update();
    }

    private void change(Outgoing sent, Outcome outcome, @Nullable Instant next, Instant now) {
        String status = outcome.delivered() ? "delivered" : next == null ? "failed" : "pending";
        tables.sql()
                .sql("""
                        update webhook_outbox.delivery set attempts = attempts + 1,
                            status = case when status = 'pending' then :status else status end,
                            next_attempt_at = case when status = 'pending' then cast(:next as timestamptz) end,
                            finished_at = case when status = 'pending' then cast(:finished as timestamptz) else finished_at end
                        where webhook_id = :webhook and id = :id""")
                .param("status", status)
                .param("next", status.equals("pending") ? timestamp(next) : null)
                .param("finished", status.equals("pending") ? null : Timestamp.from(now))
                .param("webhook", sent.webhookId())
                .param("id", sent.id())
                .update();
    }

    Optional<Instant> nextDue() {
        return endpoints.nextDue();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    // Milliseconds are what the API shows, and what a lease is compared by.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
