package dev.kiwi.query.leaderboard;

import dev.kiwi.api.leaderboard.GetPlayerHistory;
import dev.kiwi.api.leaderboard.GetPlayerHistory.History;
import dev.kiwi.api.leaderboard.GetPlayerHistory.Placing;
import dev.kiwi.projection.leaderboard.packed.BoardBody.Row;
import dev.kiwi.projection.leaderboard.packed.TotalRows.Total;
import dev.kiwi.query.dispatch.QueryComponent;
import dev.kiwi.query.leaderboard.KnownPlayers.Player;
import dev.kiwi.query.leaderboard.PlayerPlaces.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

@QueryComponent
class GetPlayerHistoryHandler {
    private final KnownPlayers players;
    private final PlayerPlaces places;
    private final PlayerHistory histories;
    private final BoardSlices slices;

    GetPlayerHistoryHandler(KnownPlayers players, PlayerPlaces places, PlayerHistory histories, BoardSlices slices) {
        this.players = players;
        this.places = places;
        this.histories = histories;
        this.slices = slices;
    }

    @QueryHandler
    History handle(GetPlayerHistory query) {
        HistoryCursor after = HistoryCursor.read(query.cursor());
        return Replaced.retry(() -> history(query, after));
    }

    private History history(GetPlayerHistory query, @Nullable HistoryCursor after) {
        Optional<Player> player = players.find(query.name());
        List<Standing> standings =
                player.map(found -> standings(query, found, after)).orElse(List.of());
        boolean more = standings.size() > query.limit();
        List<Standing> shown = more ? standings.subList(0, query.limit()) : standings;
        List<Row> rows = slices.rows(shown);
        List<Placing> items = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            BoardBodies.Key key = shown.get(i).key();
            items.add(Placing.of(
                    row.rank(), player.map(Player::name).orElse(""), row.score(), key.board(), key.anchor()));
        }
        String next = more ? HistoryCursor.of(shown.getLast()) : null;
        return new History(query.name(), items, items.size(), next);
    }

    /** One more than is shown, which tells whether there is a next page. */
    private List<Standing> standings(GetPlayerHistory query, Player player, @Nullable HistoryCursor after) {
        Integer board = query.uuid();
        if (board == null) {
            return places.newest(player.id(), new PlayerPlaces.Range(null, 0, after), query.limit() + 1);
        }
        // Captures from before the player was first on that board, and all of them for one who never was, are not
        // walked.
        Total total = histories.totals(player.id()).get(board);
        return total == null
                ? List.of()
                : places.newest(
                        player.id(),
                        new PlayerPlaces.Range(board, total.firstSeen(), after, total.lastSeen()),
                        query.limit() + 1);
    }
}
