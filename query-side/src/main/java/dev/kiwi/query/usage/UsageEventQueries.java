package dev.kiwi.query.usage;

import dev.kiwi.api.usage.ListUsageEvents;
import dev.kiwi.api.usage.UsageEvent;
import dev.kiwi.api.usage.UsageEvents;
import dev.kiwi.api.usage.UsageFilter;
import dev.kiwi.query.dispatch.QueryComponent;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists recorded requests from {@code telemetry.usage_event}. Their ids are their positions in the log. */
@QueryComponent
final class UsageEventQueries {
    private static final BigInteger LAST = BigInteger.valueOf(Long.MAX_VALUE);

    private static final int FIRST_ERROR = 400;

    private final JdbcClient jdbc;

    UsageEventQueries(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @QueryHandler
    UsageEvents list(ListUsageEvents query) {
        UsageCondition condition = UsageCondition.of(query.filter());
        return new UsageEvents(jdbc.sql("""
                        select position, created_at, user_id, token_id, method, route, path, status_code, error_code,
                            duration_us, request_id
                        from telemetry.usage_event where flush < :below and position < :below
                            and\s""" + condition.sql() + errors(query.filter())
                        + " order by flush desc, position desc limit :limit")
                .params(condition.parameters())
                .param("below", position(query.below()))
                .param("limit", query.limit())
                .query((row, n) -> event(row))
                .list());
    }

    /** Errors are few and have an index of their own. */
    private static String errors(UsageFilter filter) {
        return filter.statusCode() != null && filter.statusCode() >= FIRST_ERROR ? " and errors" : "";
    }

    private static UsageEvent event(ResultSet row) throws SQLException {
        return new UsageEvent(
                id(row.getLong("position")),
                row.getString("user_id"),
                row.getString("token_id"),
                row.getString("method"),
                row.getString("route"),
                row.getString("path"),
                row.getInt("status_code"),
                row.getString("error_code"),
                Milliseconds.of(row.getLong("duration_us")),
                row.getTimestamp("created_at").toInstant(),
                row.getString("request_id"));
    }

    private static String id(long position) {
        return "%024x".formatted(position);
    }

    /** An id that no event has is above or below all of them. */
    private static long position(@Nullable String id) {
        return id == null ? Long.MAX_VALUE : new BigInteger(id, 16).min(LAST).longValue();
    }
}
