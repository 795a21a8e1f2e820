package dev.kiwi.query.usage;

import dev.kiwi.api.usage.SummarizeUsers;
import dev.kiwi.api.usage.UsageFilter;
import dev.kiwi.api.usage.UserSummaries;
import dev.kiwi.query.dispatch.QueryComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Joins accounts, their tokens, the use of those, and how often they met their limits. */
@QueryComponent
final class UserSummaryQueries {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final String SELECT = """
            select a.id, a.email, a.display_name, a.is_active, a.is_verified, a.is_superuser, a.created_at,
                a.last_login_at, coalesce(t.tokens, 0) as tokens, coalesce(t.requests, 0) as requests,
                t.last_used_at, coalesce(l.requests, 0) as limited
            from account.account a
            left join (
                select account_id, count(*) as tokens, sum(u.request_count) as requests,
                    max(u.last_used_at) as last_used_at
                from token.token left join web.token_use u on u.token_id = id
                group by account_id
            ) t on t.account_id = a.id
            left join (select user_id, sum(requests) as requests from counted group by user_id) l on l.user_id = a.id
            where a.id = coalesce(cast(:account as text), a.id)
            order by a.created_at, a.id""";

    private final JdbcClient jdbc;
    private final Clock clock;

    UserSummaryQueries(DataSource dataSource, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    @QueryHandler
    UserSummaries summarize(SummarizeUsers query) {
        UsageFilter limited = new UsageFilter(query.accountId(), null, TOO_MANY_REQUESTS);
        return new UserSummaries(CountedRequests.ofLast(query.days(), clock.instant(), limited)
                .query(jdbc, SELECT)
                .param("account", query.accountId())
                .query((row, n) -> user(row))
                .list());
    }

    private static UserSummaries.User user(ResultSet row) throws SQLException {
        return new UserSummaries.User(
                row.getString("id"),
                row.getString("email"),
                row.getString("display_name"),
                row.getBoolean("is_active"),
                row.getBoolean("is_verified"),
                row.getBoolean("is_superuser"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "last_login_at"),
                row.getLong("tokens"),
                row.getLong("requests"),
                instant(row, "last_used_at"),
                row.getLong("limited"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
