package dev.kiwi.query.leaderboard;

import dev.kiwi.api.leaderboard.ListCaptures;
import dev.kiwi.api.leaderboard.ListCaptures.CaptureList;
import dev.kiwi.api.leaderboard.ListCaptures.HeldCapture;
import dev.kiwi.query.dispatch.QueryComponent;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

@QueryComponent
class ListCapturesHandler {
    private final JdbcClient jdbc;

    ListCapturesHandler(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    CaptureList handle(ListCaptures query) {
        List<HeldCapture> items = jdbc.sql("""
                        select anchor, sha256, boards, entries, ingested_at from leaderboards.capture
                        where anchor > ? order by anchor limit ?""")
                .params(query.after(), query.limit())
                .query((row, number) -> new HeldCapture(
                        row.getLong(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getTimestamp(5).toInstant()))
                .list();
        boolean full = items.size() == query.limit();
        return new CaptureList(items, full ? (Long) items.getLast().anchor() : null);
    }
}
