package dev.kiwi.command.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code es.job}. */
final class JobTable {
    private final JdbcClient sql;
    private final Clock clock;

    JobTable(DataSource dataSource, Clock clock) {
        this.sql = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    record Row(
            boolean requested,
            @Nullable String node,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Instant succeededAt,
            @Nullable String lastError,
            @Nullable String lastResult) {
        static final Row NEVER_RUN = new Row(false, null, null, null, null, null, null);

        boolean running() {
            return startedAt != null && (finishedAt == null || finishedAt.isBefore(startedAt));
        }
    }

    Map<String, Row> all() {
        Map<String, Row> rows = new HashMap<>();
        sql.sql("select * from es.job").query(result -> {
            rows.put(
                    result.getString("name"),
                    new Row(
                            result.getBoolean("requested"),
                            result.getString("node"),
                            instant(result, "started_at"),
                            instant(result, "finished_at"),
                            instant(result, "succeeded_at"),
                            result.getString("last_error"),
                            result.getString("last_result")));
        });
        return rows;
    }

    private static @Nullable Instant instant(ResultSet result, String column) throws SQLException {
        Timestamp time = result.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    void request(String name) {
        sql.sql(
                        "insert into es.job (name, requested) values (?, true) on conflict (name) do update set requested = true")
                .param(name)
                .update();
    }

    void started(String name, String node) {
        sql.sql("insert into es.job (name, node, started_at) values (?, ?, ?) on conflict (name) do update"
                        + " set requested = false, node = excluded.node, started_at = excluded.started_at")
                .params(name, node, Timestamp.from(clock.instant()))
                .update();
    }

    void finished(String name, @Nullable String result, @Nullable String error) {
        sql.sql("update es.job set finished_at = :now, last_result = :result, last_error = :error,"
                        + " succeeded_at = case when cast(:error as text) is null then :now else succeeded_at end"
                        + " where name = :name")
                .param("now", Timestamp.from(clock.instant()))
                .param("result", result)
                .param("error", error)
                .param("name", name)
                .update();
    }
}
