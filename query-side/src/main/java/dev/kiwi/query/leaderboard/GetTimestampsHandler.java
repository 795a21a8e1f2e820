package dev.kiwi.query.leaderboard;

import dev.kiwi.api.leaderboard.GetTimestamps;
import dev.kiwi.api.leaderboard.GetTimestamps.Timestamps;
import dev.kiwi.query.dispatch.QueryComponent;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

@QueryComponent
class GetTimestampsHandler {
    private final JdbcClient jdbc;

    GetTimestampsHandler(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    Timestamps handle(GetTimestamps query) {
        Long before = query.before();
        List<Long> anchors = jdbc.sql(
                        "select anchor from leaderboards.capture where anchor < ? order by anchor desc limit ?")
                .params(before == null ? Long.MAX_VALUE : before, query.limit())
                .query((row, number) -> row.getLong(1))
                .list();
        return new Timestamps(anchors, anchors.size());
    }
}
