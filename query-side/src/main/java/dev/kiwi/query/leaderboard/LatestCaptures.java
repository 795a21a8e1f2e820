package dev.kiwi.query.leaderboard;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The newest anchors. */
@Component
class LatestCaptures {
    private final JdbcClient jdbc;

    LatestCaptures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Long> ofBoard(int uuid) {
        return jdbc.sql(
                        "select anchor from leaderboards.board_capture where board_uuid = ? order by anchor desc limit 1")
                .param(uuid)
                .query(Long.class)
                .optional();
    }

    Optional<Long> ofAll() {
        return jdbc.sql("select anchor from leaderboards.capture order by anchor desc limit 1")
                .query(Long.class)
                .optional();
    }
}
