package dev.kiwi.query.leaderboard;

import dev.kiwi.api.leaderboard.GetPlayerHistory;
import dev.kiwi.api.leaderboard.GetPlayerHistory.History;
import dev.kiwi.api.leaderboard.GetPlayerHistory.Placing;
import dev.kiwi.api.leaderboard.PlayerKey;
import dev.kiwi.projection.leaderboard.packed.BoardBody;
import dev.kiwi.projection.leaderboard.packed.BoardBody.Row;
import dev.kiwi.query.dispatch.QueryComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

@QueryComponent
class GetPlayerHistoryHandler {
    private final JdbcClient jdbc;
    private final PlayerPlaces places;
    private final BoardBodies bodies;

    GetPlayerHistoryHandler(JdbcClient jdbc, PlayerPlaces places, BoardBodies bodies) {
        this.jdbc = jdbc;
        this.places = places;
        this.bodies = bodies;
    }

    @QueryHandler
    History handle(GetPlayerHistory query) {
        return Replaced.retry(() -> {
            List<Placing> items = jdbc.sql("select id, name from leaderboards.player where name_lower = ?")
                    .param(PlayerKey.lookup(query.name()))
                    .query((row, number) -> new Player(row.getInt(1), row.getString(2)))
                    .optional()
                    .map(player -> placings(query, player))
                    .orElse(List.of());
            return new History(query.name(), items, items.size());
        });
    }

    private record Player(int id, String name) {}

    private List<Placing> placings(GetPlayerHistory query, Player player) {
        List<PlayerPlaces.Standing> standings = places.newest(player.id, query.uuid(), query.limit());
        Map<BoardBodies.Key, BoardBody> boards = bodies.all(
                standings.stream().map(PlayerPlaces.Standing::key).distinct().toList());
        List<Placing> items = new ArrayList<>();
        for (PlayerPlaces.Standing standing : standings) {
            BoardBodies.Key key = standing.key();
            Row row = Objects.requireNonNull(boards.get(key))
                    .rows(standing.position(), standing.position() + 1)
                    .getFirst();
            items.add(Placing.of(row.rank(), player.name, row.score(), key.board(), key.anchor()));
        }
        return items;
    }
}
