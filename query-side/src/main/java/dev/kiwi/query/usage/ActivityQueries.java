package dev.kiwi.query.usage;

import dev.kiwi.api.usage.ActivityOverview;
import dev.kiwi.api.usage.ActivitySummary;
import dev.kiwi.api.usage.ActivitySummary.Day;
import dev.kiwi.api.usage.ActivitySummary.Endpoint;
import dev.kiwi.api.usage.GetActivity;
import dev.kiwi.api.usage.GetActivityOverview;
import dev.kiwi.api.usage.UsageFilter;
import dev.kiwi.query.dispatch.QueryComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adds up requests (platform.md 12.2, 15.1). */
@QueryComponent
final class ActivityQueries {
    private static final String SUMS = """
            coalesce(sum(requests), 0) as requests,
            coalesce(sum(requests) filter (where status_code >= 400), 0) as errors,
            coalesce(sum(requests) filter (where status_code = 429), 0) as limited,
            coalesce(sum(duration_us), 0) as duration_us
            """;
    private static final String BY_DAY_AND_ENDPOINT =
            "select day, route, method, " + SUMS + " from counted group by grouping sets ((), (day), (route, method))";
    private static final String BY_USER = "select u.*, a.email from (select grouping(user_id) as over_users, user_id, "
            + SUMS + " from counted group by grouping sets ((), (user_id))"
            + " order by over_users desc, requests desc, user_id limit :rows) u"
            + " left join account.account a on a.id = u.user_id order by u.over_users desc, u.requests desc, user_id";

    private final JdbcClient jdbc;
    private final Clock clock;

    ActivityQueries(DataSource dataSource, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    /** One line of sums. @param day null over all days; @param route null over all routes */
    private record Line(
            @Nullable LocalDate day,
            @Nullable String route,
            @Nullable String method,
            Sums sums) {}

    private record Sums(long count, long errors, long limited, long micros) {
        static Sums of(ResultSet row) throws SQLException {
            return new Sums(
                    row.getLong("requests"), row.getLong("errors"), row.getLong("limited"), row.getLong("duration_us"));
        }

        double average() {
            return Milliseconds.average(micros, count);
        }
    }

    @QueryHandler
    ActivitySummary summarize(GetActivity query) {
        List<Line> lines = CountedRequests.ofLast(query.days(), clock.instant(), query.filter())
                .query(jdbc, BY_DAY_AND_ENDPOINT)
                .query((row, n) -> new Line(
                        row.getObject("day", LocalDate.class),
                        row.getString("route"),
                        row.getString("method"),
                        Sums.of(row)))
                .list();
        Sums all = lines.stream()
                .filter(line -> line.day() == null && line.route() == null)
                .findFirst()
                .orElseThrow()
                .sums();
        return new ActivitySummary(
                query.days(), all.count(), all.errors(), all.limited(), all.average(), days(lines), endpoints(lines));
    }

    private static List<Day> days(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.day() != null)
                .map(line -> new Day(
                        Objects.requireNonNull(line.day()),
                        line.sums().count(),
                        line.sums().errors(),
                        line.sums().average()))
                .sorted(Comparator.comparing(Day::date))
                .toList();
    }

    private static List<Endpoint> endpoints(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.route() != null)
                .map(line -> new Endpoint(
                        Objects.requireNonNull(line.route()),
                        Objects.requireNonNull(line.method()),
                        line.sums().count(),
                        line.sums().errors(),
                        line.sums().average()))
                .sorted(Comparator.comparingLong(Endpoint::count)
                        .reversed()
                        .thenComparing(Endpoint::route)
                        .thenComparing(Endpoint::method))
                .toList();
    }

    private record UserLine(
            @Nullable String userId, @Nullable String email, Sums sums) {}

    @QueryHandler
    ActivityOverview overview(GetActivityOverview query) {
        List<UserLine> lines = CountedRequests.ofLast(query.days(), clock.instant(), UsageFilter.ALL)
                .query(jdbc, BY_USER)
                // The first one is the sum of all.
                .param("rows", query.top() + 1)
                .query((row, n) -> new UserLine(row.getString("user_id"), row.getString("email"), Sums.of(row)))
                .list();
        Sums all = lines.getFirst().sums();
        return new ActivityOverview(
                query.days(),
                all.count(),
                all.errors(),
                all.limited(),
                all.average(),
                lines.stream().skip(1).map(ActivityQueries::user).toList());
    }

    private static ActivityOverview.User user(UserLine line) {
        return new ActivityOverview.User(
                Objects.requireNonNull(line.userId()),
                line.email(),
                line.sums().count(),
                line.sums().errors(),
                line.sums().limited());
    }
}
