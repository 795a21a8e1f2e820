package dev.kiwi.query.leaderboard;

import dev.kiwi.api.leaderboard.GetTotals;
import dev.kiwi.api.leaderboard.GetTotals.Totals;
import dev.kiwi.query.dispatch.QueryComponent;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

@QueryComponent
class GetTotalsHandler {
    private final JdbcClient jdbc;

    GetTotalsHandler(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    Totals handle(GetTotals query) {
        return jdbc.sql("""
                        select coalesce(sum(entries), 0), (select count(*) from leaderboards.board)
                        from leaderboards.capture""")
                .query((row, number) -> new Totals(row.getLong(1), row.getInt(2)))
                .single();
    }
}
