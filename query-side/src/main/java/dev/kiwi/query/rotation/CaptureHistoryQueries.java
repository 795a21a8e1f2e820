package dev.kiwi.query.rotation;

import dev.kiwi.api.rotation.ChallengeType;
import dev.kiwi.api.rotation.DelveDepths;
import dev.kiwi.api.rotation.FindDelveWeek;
import dev.kiwi.api.rotation.FindDelveWeek.DelveWeek;
import dev.kiwi.api.rotation.GameCycle;
import dev.kiwi.api.rotation.GetChallengeHistory;
import dev.kiwi.api.rotation.GetChallengeHistory.CapturedChallenge;
import dev.kiwi.api.rotation.GetChallengeHistory.ChallengeHistory;
import dev.kiwi.api.rotation.GetChaosChestHistory;
import dev.kiwi.api.rotation.GetChaosChestHistory.ChaosChestHistory;
import dev.kiwi.api.rotation.GetChaosChestHistory.ChaosChestWeek;
import dev.kiwi.api.rotation.GetLuxionHistory;
import dev.kiwi.api.rotation.GetLuxionHistory.LuxionHistory;
import dev.kiwi.api.rotation.GetLuxionHistory.SeenLuxionRun;
import dev.kiwi.api.rotation.ListDelveWeeks;
import dev.kiwi.api.rotation.ListDelveWeeks.DelveWeekEntry;
import dev.kiwi.api.rotation.ListDelveWeeks.DelveWeekList;
import dev.kiwi.api.rotation.TimeWindow;
import dev.kiwi.query.dispatch.QueryComponent;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists of what was captured, newest first. */
@QueryComponent
final class CaptureHistoryQueries {
    private final JdbcClient jdbc;

    CaptureHistoryQueries(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @QueryHandler
    ChaosChestHistory chests(GetChaosChestHistory query) {
        List<ChaosChestWeek> items =
                page("trove.chaos_chest order by week_anchor desc", query.limit(), query.offset(), (row, n) -> {
                    long anchor = row.getLong("week_anchor");
                    return new ChaosChestWeek(
                            anchor,
                            anchor + GameCycle.CHAOS_CHEST.period(),
                            row.getString("name"),
                            row.getLong("captured_at"));
                });
        return new ChaosChestHistory(items, items.size(), total("trove.chaos_chest"));
    }

    @QueryHandler
    ChallengeHistory challenges(GetChallengeHistory query) {
        List<CapturedChallenge> items = page(
                "trove.challenge order by window_anchor desc",
                query.limit(),
                query.offset(),
                (row, n) -> new CapturedChallenge(
                        row.getLong("window_anchor"),
                        row.getLong("ends_at"),
                        row.getString("name"),
                        ChallengeType.of(row.getString("name")).slug(),
                        row.getBoolean("friday"),
                        row.getLong("captured_at")));
        return new ChallengeHistory(items, items.size(), total("trove.challenge"));
    }

    @QueryHandler
    LuxionHistory luxion(GetLuxionHistory query) {
        List<SeenLuxionRun> items =
                page("trove.luxion_run order by day_anchor desc", query.limit(), query.offset(), (row, n) -> {
                    CaptureRows.Run run = CaptureRows.run(row);
                    TimeWindow time = run.run().time();
                    return new SeenLuxionRun(time.startsAt(), time.endsAt(), run.firstSeenAt(), run.lastSeenAt());
                });
        return new LuxionHistory(items, items.size(), total("trove.luxion_run"));
    }

    private <T> List<T> page(String tableAndOrder, int limit, int offset, RowMapper<T> mapper) {
        return jdbc.sql("select * from " + tableAndOrder + " limit ? offset ?")
                .params(limit, offset)
                .query(mapper)
                .list();
    }

    private int total(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    @QueryHandler
    DelveWeek delves(FindDelveWeek query) {
        return jdbc.sql("select * from trove.delve_week where week = ?")
                .param(query.week())
                .query((row, n) -> new DelveWeek(
                        row.getLong("week"),
                        row.getLong("total"),
                        row.getInt("count"),
                        DelveDepths.unpack(row.getString("packed")),
                        row.getLong("fetched_at")))
                .optional()
                .orElseGet(() -> new DelveWeek(query.week(), 0, 0, "[]", null));
    }

    @QueryHandler
    DelveWeekList delveWeeks(ListDelveWeeks query) {
        return new DelveWeekList(jdbc.sql(
                        "select week, total, count, fetched_at from trove.delve_week order by week desc")
                .query((row, n) -> new DelveWeekEntry(
                        row.getLong("week"), row.getLong("total"), row.getInt("count"), row.getLong("fetched_at")))
                .list());
    }
}
