package dev.kiwi.query.activity;

import dev.kiwi.api.activity.ActivityPeriod;
import dev.kiwi.api.activity.GetClassActivitySeries;
import dev.kiwi.api.activity.GetClassActivitySeries.ClassActivitySeries;
import dev.kiwi.api.activity.GetCurrentClassActivity;
import dev.kiwi.api.activity.GetCurrentClassActivity.CurrentClassActivity;
import dev.kiwi.api.config.RuntimeSettings;
import dev.kiwi.query.activity.ClassSteps.ClassWindow;
import dev.kiwi.query.dispatch.QueryComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.function.IntSupplier;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

@QueryComponent
class ClassActivityQueries {
    private final JdbcClient jdbc;
    private final ReadSnapshot snapshot;
    private final KeptAnswers kept;
    private final Clock clock;
    private final IntSupplier powerRank;
    private final IntSupplier effort;

    ClassActivityQueries(
            JdbcClient jdbc, ReadSnapshot snapshot, KeptAnswers kept, Clock clock, RuntimeSettings settings) {
        this.jdbc = jdbc;
        this.snapshot = snapshot;
        this.kept = kept;
        this.clock = clock;
        this.powerRank = settings.integer("class_activity_power_rank_threshold");
        this.effort = settings.integer("class_activity_effort_threshold");
    }

    @QueryHandler
    CurrentClassActivity handle(GetCurrentClassActivity query) {
        int ranks = powerRank.getAsInt();
        int efforts = effort.getAsInt();
        return kept.answer(
                CurrentClassActivity.class, () -> snapshot.read(() -> current(ranks, efforts)), ranks, efforts);
    }

    private record Capture(long anchor, long computedAt) {}

    private CurrentClassActivity current(int ranks, int efforts) {
        return jdbc.sql("select anchor, computed_at from activity.capture order by anchor desc limit 1")
                .query((row, number) -> new Capture(row.getLong(1), row.getLong(2)))
                .optional()
                .map(newest ->
                        HeadCount.answer(counts(ranks, efforts), newest.anchor(), ranks, efforts, newest.computedAt()))
                .orElseGet(this::nothing);
    }

    private CurrentClassActivity nothing() {
        long now = clock.instant().getEpochSecond();
        return new CurrentClassActivity(
                null, null, null, null, null, null, null, 0, 0, List.of(), Methodology.HEAD_COUNT, now);
    }

    /** An empty sum is 0 where it is measurable. */
    private List<HeadCount> counts(int ranks, int efforts) {
        return jdbc.sql("""
                        select class_index, count(*), power_rank is not null, added is not null,
                            count(*) filter (where established), coalesce(sum(gain), 0),
                            coalesce(sum(gain) filter (where established), 0)
                        from (
                            select class_index, power_rank, added, gain,
                                (:ranks = 0 or r >= :ranks) and (:efforts = 0 or e >= :efforts) as established
                            from activity.class_roster, unnest(effort, power_rank, added) player (e, r, gain)) players
                        group by class_index, power_rank is not null, added is not null""")
                .param("ranks", ranks)
                .param("efforts", efforts)
                .query((row, number) -> count(row))
                .list();
    }

    private static HeadCount count(ResultSet row) throws SQLException {
        boolean ranked = row.getBoolean(3);
        boolean measured = row.getBoolean(4);
        return new HeadCount(
                row.getInt(1),
                row.getInt(2),
                ranked ? row.getInt(5) : null,
                measured ? whole(row.getDouble(6)) : null,
                measured && ranked ? whole(row.getDouble(7)) : null);
    }

    private static Long whole(double sum) {
        return (long) Math.rint(sum);
    }

    @QueryHandler
    ClassActivitySeries handle(GetClassActivitySeries query) {
        int ranks = powerRank.getAsInt();
        int efforts = effort.getAsInt();
        return kept.answer(
                ClassActivitySeries.class,
                () -> series(query.period(), ranks, efforts),
                query.period(),
                ranks,
                efforts);
    }

    private ClassActivitySeries series(ActivityPeriod period, int ranks, int efforts) {
        long now = clock.instant().getEpochSecond();
        long first = jdbc.sql("select coalesce(min(window_end), ?) from activity.class_activity_estimate")
                .param(now)
                .query(Long.class)
                .single();
        SeriesSpan span = SeriesSpan.of(period, first, now);
        ClassSteps steps = ClassSteps.of(since(span.start()), span);
        return new ClassActivitySeries(
                period.text(),
                span.bucketSeconds(),
                span.start(),
                now,
                ranks,
                efforts,
                steps.buckets(),
                steps.classes(),
                Methodology.CLASSES);
    }

    private List<ClassWindow> since(long start) {
        return jdbc.sql("""
                        select window_end, duration_hours, estimates, estimates_clean
                        from activity.class_activity_estimate where window_end >= ? order by window_end""")
                .param(start)
                .query((row, number) -> new ClassWindow(
                        row.getLong(1), row.getDouble(2), numbers(row, "estimates"), numbers(row, "estimates_clean")))
                .list();
    }

    private static @Nullable Integer[] numbers(ResultSet row, String column) throws SQLException {
        return (@Nullable Integer[]) row.getArray(column).getArray();
    }
}
