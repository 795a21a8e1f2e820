package dev.kiwi.command.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code mail.message} on their way: queued in the caller's transaction, claimed by one node at a time, and
 * settled by whoever holds the claim. Every call blocks.
 */
final class Outbox {
    /** A node that has not said what became of a message by then is dead. Far longer than one attempt takes. */
    private static final Duration CLAIM_HOLDS = Duration.ofMinutes(5);

    private static final int LONGEST_ERROR = 500;
    private static final String CLAIM = """
            update mail.message set status = 'sending', claimed_at = :now where id = (
                select id from mail.message
                where (status = 'pending' and next_attempt_at <= :now)
                   or (status = 'sending' and claimed_at <= :abandoned)
                order by next_attempt_at, id limit 1 for update skip locked)
            returning *""";
    private static final String QUEUE = """
            insert into mail.message (id, event_id, position, account_id, kind, recipient, subject, text, html,
                                      status, next_attempt_at, created_at)
            values (:id, :event, :position, :account, :kind, :recipient, :subject, :text, :html, 'pending', :now, :now)
            on conflict (event_id) do nothing""";

    private final MailTables tables;
    private final MailCipher cipher;
    private final Clock clock;

    Outbox(MailTables tables, MailCipher cipher, Clock clock) {
        this.tables = tables;
        this.cipher = cipher;
        this.clock = clock;
    }

    /**
     * Due at once. Nothing is queued when the event has a message already, or when the account is erased.
     *
     * @param recipient null for the account's own address
     */
    void queue(Cause cause, @Nullable String accountId, @Nullable String recipient, MailKind kind, LaidOut content) {
        String text = cipher.close(content.text(), "text", accountId);
        if (text == null) {
            return;
        }
        tables.sql()
                .sql(QUEUE)
                .param("id", ObjectId.get().toHexString())
                .param("event", cause.eventId())
                .param("position", cause.position())
                .param("account", accountId)
                .param("kind", kind.slug())
                .param("recipient", cipher.close(recipient, "recipient", accountId))
                .param("subject", content.subject())
                .param("text", text)
                .param("html", cipher.close(content.html(), "html", accountId))
                .param("now", Timestamp.from(now()))
                .update();
    }

    /** The message that has been due for longest, now this node's; empty when none is due. */
    Optional<Outgoing> claim() {
        Instant now = now();
        return tables.sql()
                .sql(CLAIM)
                .param("now", Timestamp.from(now))
                .param("abandoned", Timestamp.from(now.minus(CLAIM_HOLDS)))
                .query((row, _) -> outgoing(row))
                .optional();
    }

    private Outgoing outgoing(ResultSet row) throws SQLException {
        String account = row.getString("account_id");
        return new Outgoing(
                row.getString("id"),
                row.getLong("position"),
                account,
                cipher.open(row.getString("recipient"), "recipient", account),
                content(row, account),
                row.getInt("attempts"),
                row.getTimestamp("claimed_at").toInstant());
    }

    private @Nullable LaidOut content(ResultSet row, @Nullable String account) throws SQLException {
        String text = cipher.open(row.getString("text"), "text", account);
        String html = cipher.open(row.getString("html"), "html", account);
        return text == null ? null : new LaidOut(row.getString("subject"), text, html);
    }

    /** Links in bodies are credentials, so those go. */
    void sent(Outgoing message) {
        settle(
                message,
                "status = 'sent', sent_at = :now, attempts = attempts + 1, text = null, html = null",
                null,
                now());
    }

    void bounced(Outgoing message, String error) {
        settle(message, "status = 'bounced', attempts = attempts + 1", error, now());
    }

    void failed(Outgoing message, String error) {
        settle(message, "status = 'failed', attempts = attempts + 1", error, now());
    }

    void later(Outgoing message, Duration pause, String error) {
        String change = "status = 'pending', attempts = attempts + 1, next_attempt_at = :now";
        settle(message, change, error, now().plus(pause));
    }

    /** Nobody tried: the address is known to take no mail. */
    void skipped(Outgoing message, String reason) {
        settle(message, "status = 'bounced'", reason, now());
    }

    /** A claim that another node has taken over meanwhile settles nothing. */
    private void settle(Outgoing message, String change, @Nullable String error, Instant now) {
        tables.sql()
                .sql("update mail.message set " + change + ", last_error = coalesce(:error, last_error)"
                        + " where id = :id and status = 'sending' and claimed_at = :claimed")
                .param("now", Timestamp.from(now))
                .param("error", cipher.close(shortened(error), "last_error", message.accountId()))
                .param("id", message.id())
                .param("claimed", Timestamp.from(message.claimedAt()))
                .update();
    }

    /** It is for somebody who is gone. */
    void drop(Outgoing message) {
        tables.sql()
                .sql("delete from mail.message where id = ?")
                .param(message.id())
                .update();
    }

    void dropAllOf(String accountId) {
        tables.sql()
                .sql("delete from mail.message where account_id = ?")
                .param(accountId)
                .update();
    }

    private static @Nullable String shortened(@Nullable String error) {
        return error == null || error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
    }

    // Milliseconds are what the API shows, and what a claim is compared by.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
