package dev.kiwi.query.leaderboard;

import dev.kiwi.api.leaderboard.ResetKind;
import dev.kiwi.api.leaderboard.ResetKinds;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What boards are called and when they begin anew; there are some hundred. */
@Component
class BoardNames {
    private final JdbcClient jdbc;

    BoardNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Named(int uuid, String name, String category, ResetKind kind) {}

    Map<Integer, Named> all() {
        Map<Integer, Named> boards = new HashMap<>();
        jdbc.sql("select uuid, name, category, reset_kind_override from leaderboards.board")
                .query(row -> {
                    int uuid = row.getInt(1);
                    ResetKind kind = ResetKinds.effective(uuid, row.getString(4));
                    boards.put(uuid, new Named(uuid, row.getString(2), row.getString(3), kind));
                });
        return boards;
    }

    /** A board without a description, as after a reset that dropped it. */
    static Named nameless(int uuid) {
        return new Named(uuid, "Board #" + uuid, "", ResetKinds.effective(uuid, null));
    }
}
