package dev.kiwi.command.mail;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an operator sees of the outbox and does to it. Every call blocks. */
public final class OutboxDesk {
    private static final String LIST = """
            select * from mail.message
            where (cast(:status as text) is null or status = :status) and (cast(:below as text) is null or id < :below)
            order by id desc limit :limit""";

    private final MailTables tables;
    private final MailCipher cipher;
    private final Runnable queued;
    private final Duration retention;
    private final Clock clock;

    OutboxDesk(MailTables tables, MailCipher cipher, Runnable queued, Duration retention, Clock clock) {
        this.tables = tables;
        this.cipher = cipher;
        this.queued = queued;
        this.retention = retention;
        this.clock = clock;
    }

    /** Newest first. @param status null for any @param below an id; null for the newest */
    public List<OutboxItem> list(@Nullable String status, @Nullable String below, int limit) {
        return tables.sql()
                .sql(LIST)
                .param("status", status)
                .param("below", below)
                .param("limit", limit)
                .query((row, _) -> item(row))
                .list();
    }

    /** What was written to an account, newest first. */
    public List<OutboxItem> ofAccount(String accountId) {
        return tables.sql()
                .sql("select * from mail.message where account_id = ? order by id desc")
                .param(accountId)
                .query((row, _) -> item(row))
                .list();
    }

    /** How many messages are in that state. */
    public long count(String status) {
        return tables.sql()
                .sql("select count(*) from mail.message where status = ?")
                .param(status)
                .query(Long.class)
                .single();
    }

    /**
     * Has a message tried again at once, with all its attempts before it.
     *
     * @throws Refusal 404 when there is none; 409 when it is sent, or is being sent
     */
    public OutboxItem retry(String id) {
        int changed = tables.sql()
                .sql("update mail.message set status = 'pending', attempts = 0, next_attempt_at = ?"
                        + " where id = ? and status in ('pending', 'bounced', 'failed')")
                .params(Timestamp.from(now()), id)
                .update();
        OutboxItem item = find(id).orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such message."));
        if (changed == 0) {
            throw new Refusal(ErrorCode.CONFLICT, "The message is " + item.status() + " and cannot be sent again.");
        }
        queued.run();
        return item;
    }

    private Optional<OutboxItem> find(String id) {
        return tables.sql()
                .sql("select * from mail.message where id = ?")
                .param(id)
                .query((row, _) -> item(row))
                .optional();
    }

    /** Deletes messages of a certain age, whatever became of them. @return how many */
    int expire() {
        return tables.sql()
                .sql("delete from mail.message where created_at < ?")
                .param(Timestamp.from(now().minus(retention)))
                .update();
    }

    private OutboxItem item(ResultSet row) throws SQLException {
        String account = row.getString("account_id");
        String status = row.getString("status");
        return new OutboxItem(
                row.getString("id"),
                row.getString("kind"),
                account,
                cipher.open(row.getString("recipient"), "recipient", account),
                row.getString("subject"),
                status,
                row.getInt("attempts"),
                cipher.open(row.getString("last_error"), "last_error", account),
                status.equals("pending") ? instant(row, "next_attempt_at") : null,
                instant(row, "claimed_at"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "sent_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
