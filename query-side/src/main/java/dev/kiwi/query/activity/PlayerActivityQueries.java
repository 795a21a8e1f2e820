package dev.kiwi.query.activity;

import dev.kiwi.api.activity.ActivityPeriod;
import dev.kiwi.api.activity.CountEstimates;
import dev.kiwi.api.activity.CountEstimates.Estimates;
import dev.kiwi.api.activity.GetActivityHistory;
import dev.kiwi.api.activity.GetActivityHistory.ActivityHistory;
import dev.kiwi.api.activity.GetActivityHistory.HistoryPoint;
import dev.kiwi.api.activity.GetActivitySeries;
import dev.kiwi.api.activity.GetActivitySeries.ActivitySeries;
import dev.kiwi.api.kernel.Decimals;
import dev.kiwi.query.dispatch.QueryComponent;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

@QueryComponent
class PlayerActivityQueries {
    private static final long DAY = 86_400;

    private final JdbcClient jdbc;
    private final KeptAnswers kept;
    private final Clock clock;

    PlayerActivityQueries(JdbcClient jdbc, KeptAnswers kept, Clock clock) {
        this.jdbc = jdbc;
        this.kept = kept;
        this.clock = clock;
    }

    @QueryHandler
    ActivityHistory handle(GetActivityHistory query) {
        // In whole minutes: within one the same answer has the same ETag.
        long now = clock.instant().truncatedTo(ChronoUnit.MINUTES).getEpochSecond();
        long start = now - query.days() * DAY;
        List<HistoryPoint> points = Window.withoutGaps(since(start)).stream()
                .map(window -> new HistoryPoint(
                        window.end(),
                        window.start(),
                        window.hours(),
                        window.estimate(),
                        Decimals.round(window.rate(), 1)))
                .toList();
        return new ActivityHistory(query.days(), start, now, points, Methodology.PLAYERS);
    }

    @QueryHandler
    ActivitySeries handle(GetActivitySeries query) {
        return kept.answer(ActivitySeries.class, () -> series(query.period()), query.period());
    }

    @QueryHandler
    Estimates handle(CountEstimates query) {
        return new Estimates(jdbc.sql("select count(*) from activity.activity_estimate")
                .query(Integer.class)
                .single());
    }

    private ActivitySeries series(ActivityPeriod period) {
        long now = clock.instant().getEpochSecond();
        long first = jdbc.sql("select coalesce(min(window_end), ?) from activity.activity_estimate")
                .param(now)
                .query(Long.class)
                .single();
        SeriesSpan span = SeriesSpan.of(period, first, now);
        return ActivitySteps.series(period, span, since(span.start()));
    }

    private List<Window> since(long start) {
        return jdbc.sql("""
                        select window_start, window_end, duration_hours, estimate from activity.activity_estimate
                        where window_end >= ? order by window_end""")
                .param(start)
                .query((row, number) -> new Window(row.getLong(1), row.getLong(2), row.getDouble(3), row.getInt(4)))
                .list();
    }
}
