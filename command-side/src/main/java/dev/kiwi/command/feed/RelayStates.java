package dev.kiwi.command.feed;

import dev.kiwi.command.upstream.Validators;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code es.relay}: how each relay fares, over all nodes. No facts of ours, so no events. */
public final class RelayStates {
    private final JdbcClient sql;
    private final Clock clock;

    public RelayStates(DataSource dataSource, Clock clock) {
        this.sql = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    /**
     * @param fetchedAt of the last answer that could be used
     * @param changedAt of the last one that was other than before
     * @param failures in a row
     */
    record Row(
            @Nullable Instant attemptedAt,
            @Nullable Instant fetchedAt,
            @Nullable Instant changedAt,
            int failures,
            @Nullable String error) {
        static final Row NEVER = new Row(null, null, null, 0, null);
    }

    Map<String, Row> all() {
        Map<String, Row> rows = new HashMap<>();
        sql.sql("select * from es.relay").query(result -> {
            rows.put(
                    result.getString("name"),
                    new Row(
                            instant(result, "attempted_at"),
                            instant(result, "fetched_at"),
                            instant(result, "changed_at"),
                            result.getInt("failures"),
                            result.getString("error")));
        });
        return rows;
    }

    Validators validators(String name) {
        return sql.sql("select etag, last_modified from es.relay where name = ?")
                .param(name)
                .query((row, n) -> new Validators(row.getString(1), row.getString(2)))
                .optional()
                .orElse(Validators.NONE);
    }

    /** @param validators null: those that are known still hold */
    void fetched(String name, boolean changed, @Nullable Validators validators) {
        Timestamp now = Timestamp.from(clock.instant());
        sql.sql("""
                        insert into es.relay (name, attempted_at, fetched_at, changed_at)
                        values (:name, :now, :now, :changed)
                        on conflict (name) do update set attempted_at = :now, fetched_at = :now, failures = 0, error = null,
                            changed_at = coalesce(:changed, relay.changed_at)""")
                .param("name", name)
                .param("now", now)
                .param("changed", changed ? now : null, Types.TIMESTAMP)
                .update();
        if (validators != null) {
            sql.sql("update es.relay set etag = :etag, last_modified = :modified where name = :name")
                    .param("etag", validators.etag())
                    .param("modified", validators.lastModified())
                    .param("name", name)
                    .update();
        }
    }

    void failed(String name, String reason) {
        sql.sql("""
                        insert into es.relay (name, attempted_at, failures, error) values (:name, :now, 1, :error)
                        on conflict (name) do update set attempted_at = :now, failures = relay.failures + 1, error = :error""")
                .param("name", name)
                .param("now", Timestamp.from(clock.instant()))
                .param("error", reason)
                .update();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
