package dev.kiwi.projection.telemetry;

import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps an aggregate up with its log: what it adds and how far it is commit together. Whoever works on the aggregate holds
 * the row that says how far it is, so one node does at a time. Blocks.
 */
public final class LogProjector {
    private static final long RECORDS_AT_ONCE = 50_000;

    private final LogProjection projection;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    public LogProjector(DataSource dataSource, LogProjection projection) {
        this.projection = projection;
        this.sql = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /**
     * How far an aggregate is.
     *
     * @param head position of the log's last record
     * @param position up to which they are counted
     */
    public record Standing(String log, long head, long position, long lag) {}

    /** Name of the log. */
    public String log() {
        return projection.log();
    }

    public Standing standing() {
        return sql.sql("select l.head, p.position from telemetry.log l join telemetry.projection p on p.log = l.name"
                        + " where l.name = :log")
                .param("log", projection.log())
                .query((row, n) ->
                        new Standing(projection.log(), row.getLong(1), row.getLong(2), row.getLong(1) - row.getLong(2)))
                .single();
    }

    /** Adds what is new, in pieces of their own transactions; nothing while another node is at it. @return records */
    public long advance() {
        long all = 0;
        long some = step();
        while (some > 0) {
            all += some;
            some = step();
        }
        return all;
    }

    private long step() {
        // Taking the row is a write, which an idle machine is to be spared.
        if (standing().lag() == 0) {
            return 0;
        }
        return within(() -> held("for update skip locked")
                .map(position -> apply(position, Math.min(head(), position + RECORDS_AT_ONCE)))
                .orElse(0L));
    }

    /** Makes the aggregate again from all that is kept, while reads go on with the old one. @return records */
    public long rebuild() {
        return alone(() -> {
            sql.sql("delete from " + projection.table()).update();
            long head = head();
            long begin = begin(head);
            long position = begin;
            while (position < head) {
                position += apply(position, Math.min(head, position + RECORDS_AT_ONCE));
            }
            return head - begin;
        });
    }

    /** Runs it in a transaction while nobody adds to the aggregate. */
    public <R> R alone(Supplier<R> work) {
        return within(() -> {
            if (held("for update").isEmpty()) {
                throw new IllegalStateException("There is no projection of log " + projection.log());
            }
            return work.get();
        });
    }

    /** @param day a time at 00:00 UTC */
    void prune(OffsetDateTime day) {
        sql.sql(projection.prune()).param("day", day).update();
    }

    private long apply(long after, long upto) {
        if (upto > after) {
            sql.sql(projection.apply())
                    .param("after", after)
                    .param("upto", upto)
                    .update();
            sql.sql("update telemetry.projection set position = :upto where log = :log")
                    .param("upto", upto)
                    .param("log", projection.log())
                    .update();
        }
        return upto - after;
    }

    /** Below the oldest record that is kept; the head when none is. */
    private long begin(long head) {
        return sql.sql("select coalesce(min(flush) - 1, :head) from " + projection.logTable())
                .param("head", head)
                .query(Long.class)
                .single();
    }

    private long head() {
        return sql.sql("select head from telemetry.log where name = :log")
                .param("log", projection.log())
                .query(Long.class)
                .single();
    }

    private Optional<Long> held(String lock) {
        return sql.sql("select position from telemetry.projection where log = :log " + lock)
                .param("log", projection.log())
                .query(Long.class)
                .optional();
    }

    private <R> R within(Supplier<R> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
