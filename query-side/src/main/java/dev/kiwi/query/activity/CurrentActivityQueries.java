package dev.kiwi.query.activity;

import dev.kiwi.api.activity.GetCurrentActivity;
import dev.kiwi.api.activity.GetCurrentActivity.BoardActivity;
import dev.kiwi.api.activity.GetCurrentActivity.CurrentActivity;
import dev.kiwi.api.kernel.Decimals;
import dev.kiwi.query.activity.Unions.Union;
import dev.kiwi.query.dispatch.QueryComponent;
import java.time.Clock;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

@QueryComponent
class CurrentActivityQueries {
    private static final long DAY = 86_400;
    private static final double HOUR = 3600;

    private final JdbcClient jdbc;
    private final ReadSnapshot snapshot;
    private final Unions unions;
    private final KeptAnswers kept;
    private final Clock clock;

    CurrentActivityQueries(JdbcClient jdbc, ReadSnapshot snapshot, Unions unions, KeptAnswers kept, Clock clock) {
        this.jdbc = jdbc;
        this.snapshot = snapshot;
        this.unions = unions;
        this.kept = kept;
        this.clock = clock;
    }

    @QueryHandler
    CurrentActivity handle(GetCurrentActivity query) {
        return kept.answer(CurrentActivity.class, () -> snapshot.read(this::current));
    }

    private record Capture(long anchor, long computedAt) {}

    private CurrentActivity current() {
        List<Capture> newest = jdbc.sql("select anchor, computed_at from activity.capture order by anchor desc limit 2")
                .query((row, number) -> new Capture(row.getLong(1), row.getLong(2)))
                .list();
        return newest.size() < 2
                ? nothing()
                : between(
                        newest.get(1).anchor(),
                        newest.getFirst().anchor(),
                        newest.getFirst().computedAt());
    }

    private CurrentActivity nothing() {
        long now = clock.instant().getEpochSecond();
        return new CurrentActivity(
                null, null, null, null, null, null, null, null, null, null, List.of(), 0, Methodology.PLAYERS, now);
    }

    private CurrentActivity between(long early, long late, long computedAt) {
        Union day = unions.upTo(late, DAY);
        Union week = unions.upTo(late, 7 * DAY);
        List<BoardActivity> boards = boards(late);
        return new CurrentActivity(
                early,
                late,
                Decimals.round((late - early) / HOUR, 2),
                estimate(late),
                day == null ? null : day.players(),
                week == null ? null : week.players(),
                day == null ? null : day.start(),
                week == null ? null : week.start(),
                hours(day, late),
                hours(week, late),
                boards,
                boards.size(),
                Methodology.PLAYERS,
                computedAt);
    }

    private static @Nullable Double hours(@Nullable Union union, long late) {
        return union == null ? null : (Double) Decimals.round((late - union.start()) / HOUR, 1);
    }

    private @Nullable Integer estimate(long late) {
        return jdbc.sql("select estimate from activity.activity_estimate where window_end = ?")
                .param(late)
                .query(Integer.class)
                .optional()
                .orElse(null);
    }

    private List<BoardActivity> boards(long late) {
        return jdbc.sql("""
                        select counted.uuid, b.name, b.category, counted.active
                        from activity.activity_estimate e, unnest(e.boards, e.board_active) counted (uuid, active)
                        join activity.board b using (uuid)
                        where e.window_end = ? order by counted.active desc, counted.uuid""")
                .param(late)
                .query((row, number) ->
                        new BoardActivity(row.getInt(1), row.getString(2), row.getString(3), row.getInt(4)))
                .list();
    }
}
