package dev.kiwi.query.leaderboard;

import dev.kiwi.api.leaderboard.FindPlayers;
import dev.kiwi.api.leaderboard.FindPlayers.FoundPlayer;
import dev.kiwi.api.leaderboard.FindPlayers.FoundPlayers;
import dev.kiwi.api.leaderboard.PlayerKey;
import dev.kiwi.query.dispatch.QueryComponent;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the one stretch of the index {@code player_prefix} that has the names. */
@QueryComponent
class FindPlayersHandler {
    /** As many characters as the index holds. */
    private static final int INDEXED = 40;
    /** Of what is left without blanks around it. */
    private static final int SHORTEST = 2;
    /** Comes after whatever a name can go on with. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private final JdbcClient jdbc;

    FindPlayersHandler(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    FoundPlayers handle(FindPlayers query) {
        String prefix = PlayerKey.lookup(query.prefix());
        if (prefix.length() < SHORTEST) {
            return new FoundPlayers(List.of());
        }
        int end = prefix.codePointCount(0, prefix.length()) <= INDEXED
                ? prefix.length()
                : prefix.offsetByCodePoints(0, INDEXED);
        String from = prefix.substring(0, end);
        return new FoundPlayers(jdbc.sql("""
                        select name from leaderboards.player
                        where left(name_lower, 40) collate "C" >= ? and left(name_lower, 40) collate "C" < ?
                          and starts_with(name_lower, ?)
                        order by left(name_lower, 40) collate "C" limit ?""")
                .params(from, from + LAST, prefix, query.limit())
                .query((row, number) -> new FoundPlayer(row.getString(1)))
                .list());
    }
}
