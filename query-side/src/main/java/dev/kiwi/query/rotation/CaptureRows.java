package dev.kiwi.query.rotation;

import dev.kiwi.api.rotation.ChaosChestRelay;
import dev.kiwi.api.rotation.LuxionRun;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code trove} that single moments are answered from. Times are unix seconds. Blocks. */
final class CaptureRows {
    private final JdbcClient jdbc;

    CaptureRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    record Named(String name, long capturedAt) {}

    record Relayed(ChaosChestRelay item, long fetchedAt) {}

    record Run(LuxionRun run, long firstSeenAt, long lastSeenAt) {}

    Optional<Named> chest(long weekAnchor) {
        return named("select name, captured_at from trove.chaos_chest where week_anchor = ?", weekAnchor);
    }

    Optional<Named> challenge(long windowAnchor) {
        return named("select name, captured_at from trove.challenge where window_anchor = ?", windowAnchor);
    }

    private Optional<Named> named(String sql, long anchor) {
        return jdbc.sql(sql)
                .param(anchor)
                .query((row, n) -> new Named(row.getString("name"), row.getLong("captured_at")))
                .optional();
    }

    /** What others said last before a moment. */
    Optional<Relayed> relayedBefore(long end) {
        return jdbc.sql("select * from trove.chaos_relay where fetched_at < ? order by fetched_at desc limit 1")
                .param(end)
                .query((row, n) -> new Relayed(
                        new ChaosChestRelay(
                                row.getString("name"),
                                row.getString("identifier"),
                                row.getString("blueprint"),
                                number(row, "starts_at"),
                                number(row, "ends_at")),
                        row.getLong("fetched_at")))
                .optional();
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    /** The newest one that had begun. */
    Optional<Run> luxionRun(long at) {
        return jdbc.sql("select * from trove.luxion_run where day_anchor <= ? order by day_anchor desc limit 1")
                .param(at)
                .query((row, n) -> run(row))
                .optional();
    }

    static Run run(ResultSet row) throws SQLException {
        return new Run(
                new LuxionRun(row.getLong("day_anchor")), row.getLong("first_seen_at"), row.getLong("last_seen_at"));
    }

    /** All of them: there are some fifty a year at most. */
    List<LuxionRun> luxionRuns() {
        return jdbc.sql("select day_anchor from trove.luxion_run")
                .query((row, n) -> new LuxionRun(row.getLong("day_anchor")))
                .list();
    }

    /** Names by the start of their week. */
    Map<Long, String> chests() {
        Map<Long, String> names = new HashMap<>();
        jdbc.sql("select week_anchor, name from trove.chaos_chest").query(row -> {
            names.put(row.getLong("week_anchor"), row.getString("name"));
        });
        return names;
    }
}
