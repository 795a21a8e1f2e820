package dev.kiwi.query.leaderboard;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Display names by id. */
@Component
class PlayerNames {
    private final JdbcClient jdbc;

    PlayerNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Replaced when one of them is there no longer */
    Map<Integer, String> of(Collection<Integer> ids) {
        Map<Integer, String> names = HashMap.newHashMap(ids.size());
        if (!ids.isEmpty()) {
            jdbc.sql("select id, name from leaderboards.player where id = any(?)")
                    .param((Object) ids.toArray(Integer[]::new))
                    .query(row -> {
                        names.put(row.getInt(1), row.getString(2));
                    });
        }
        if (!names.keySet().containsAll(ids)) {
            throw new Replaced();
        }
        return names;
    }
}
