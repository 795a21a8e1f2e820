package dev.kiwi.query.pageview;

import dev.kiwi.api.pageview.GetPageViews;
import dev.kiwi.api.pageview.PageViews;
import dev.kiwi.api.pageview.PageViews.Bucket;
import dev.kiwi.api.pageview.PageViews.Page;
import dev.kiwi.query.dispatch.QueryComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts views and visitors (platform.md 13). A visitor has another hash each day, so distinct ones count per day. */
@QueryComponent
final class PageViewQueries {
    private static final String BY_PATH = """
            select path, coalesce(sum(views), 0) as views, count(distinct visitor_hash) as visitors,
                coalesce(sum(views) filter (where day = :today), 0) as today
            from visited group by grouping sets ((), (path))
            order by grouping(path) desc, views desc, path limit :rows""";
    private static final String BY_DAY = """
            select day::timestamp at time zone 'UTC' as bucket, sum(views) as views,
                count(distinct visitor_hash) as visitors
            from visited group by day""";
    private static final String BY_HOUR = """
            select hour as bucket, count(*) as views,
                count(distinct visitor_hash) as visitors
            from telemetry.page_view where hour >= :begun and created_at >= :from group by hour""";

    private final JdbcClient jdbc;
    private final Clock clock;

    PageViewQueries(DataSource dataSource, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    /** @param path null over all pages */
    private record Line(@Nullable String path, long views, long visitors, long today) {}

    @QueryHandler
    PageViews count(GetPageViews query) {
        Instant now = clock.instant();
        CountedViews counted = CountedViews.ofLast(query.days(), now);
        List<Line> lines = counted.query(jdbc, BY_PATH)
                .param("today", now.atOffset(ZoneOffset.UTC).toLocalDate())
                // The first one is the sum of all.
                .param("rows", query.top() + 1)
                .query((row, n) -> new Line(
                        row.getString("path"), row.getLong("views"), row.getLong("visitors"), row.getLong("today")))
                .list();
        Line all = lines.getFirst();
        ViewSeries series = ViewSeries.of(query.days());
        return new PageViews(
                query.days(),
                all.views(),
                all.visitors(),
                all.today(),
                lines.stream().skip(1).map(PageViewQueries::page).toList(),
                query.series() ? series.granularity() : null,
                query.series() ? series.filled(found(series, counted), counted.from(), now) : null);
    }

    private static Page page(Line line) {
        return new Page(Objects.requireNonNull(line.path()), line.views(), line.visitors());
    }

    private Map<Instant, Bucket> found(ViewSeries series, CountedViews counted) {
        var statement = series.unit() == ChronoUnit.DAYS
                ? counted.query(jdbc, BY_DAY)
                : jdbc.sql(BY_HOUR)
                        .param("from", counted.from().atOffset(ZoneOffset.UTC))
                        .param(
                                "begun",
                                counted.from().truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC));
        return statement.query((row, n) -> bucket(row)).list().stream()
                .collect(Collectors.toMap(Bucket::bucket, Function.identity()));
    }

    private static Bucket bucket(ResultSet row) throws SQLException {
        return new Bucket(
                row.getObject("bucket", OffsetDateTime.class).toInstant(),
                row.getLong("views"),
                row.getLong("visitors"));
    }
}
