package dev.kiwi.query.leaderboard;

import dev.kiwi.api.leaderboard.GetPreviousCapture;
import dev.kiwi.api.leaderboard.GetPreviousCapture.PreviousCapture;
import dev.kiwi.query.dispatch.QueryComponent;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

@QueryComponent
class GetPreviousCaptureHandler {
    private final JdbcClient jdbc;

    GetPreviousCaptureHandler(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    PreviousCapture handle(GetPreviousCapture query) {
        Map<Integer, Integer> entries = new HashMap<>();
        @Nullable Long[] anchor = new @Nullable Long[1];
        jdbc.sql("""
                        select c.anchor, c.board_uuid, c.entries from leaderboards.board_capture c
                        where c.anchor = (select max(anchor) from leaderboards.capture where anchor < ?)""").param(query.anchor()).query(row -> {
            anchor[0] = row.getLong(1);
            entries.put(row.getInt(2), row.getInt(3));
        });
        return new PreviousCapture(anchor[0], entries);
    }
}
