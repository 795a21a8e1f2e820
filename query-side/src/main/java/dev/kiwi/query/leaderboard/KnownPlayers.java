package dev.kiwi.query.leaderboard;

import dev.kiwi.api.leaderboard.PlayerKey;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Players by what somebody typed. */
@Component
class KnownPlayers {
    private final JdbcClient jdbc;

    KnownPlayers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param name as the newest capture spells it */
    record Player(int id, String name) {}

    Optional<Player> find(String name) {
        return jdbc.sql("select id, name from leaderboards.player where name_lower = ?")
                .param(PlayerKey.lookup(name))
                .query((row, number) -> new Player(row.getInt(1), row.getString(2)))
                .optional();
    }
}
