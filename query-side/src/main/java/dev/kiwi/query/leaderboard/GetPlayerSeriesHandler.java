package dev.kiwi.query.leaderboard;

import dev.kiwi.api.leaderboard.ChartPoint;
import dev.kiwi.api.leaderboard.GetPlayerSeries;
import dev.kiwi.api.leaderboard.GetPlayerSeries.BoardLine;
import dev.kiwi.api.leaderboard.GetPlayerSeries.PlayerSeries;
import dev.kiwi.api.leaderboard.Score;
import dev.kiwi.api.leaderboard.TroveTime;
import dev.kiwi.projection.leaderboard.packed.BoardBody.Row;
import dev.kiwi.query.dispatch.QueryComponent;
import dev.kiwi.query.leaderboard.BoardNames.Named;
import dev.kiwi.query.leaderboard.KnownPlayers.Player;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

@QueryComponent
class GetPlayerSeriesHandler {
    private final KnownPlayers players;
    private final PlayerPlaces places;
    private final BoardSlices slices;
    private final BoardNames boards;

    GetPlayerSeriesHandler(KnownPlayers players, PlayerPlaces places, BoardSlices slices, BoardNames boards) {
        this.players = players;
        this.places = places;
        this.slices = slices;
        this.boards = boards;
    }

    @QueryHandler
    PlayerSeries handle(GetPlayerSeries query) {
        return Replaced.retry(() -> series(query));
    }

    private PlayerSeries series(GetPlayerSeries query) {
        long start = query.now() - query.days() * TroveTime.DAY;
        Optional<Player> player = players.find(query.name());
        List<PlayerPlaces.Standing> standings =
                player.map(found -> places.since(found.id(), start)).orElse(List.of());
        List<Row> rows = slices.rows(standings);
        Map<Integer, List<ChartPoint>> points = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            BoardBodies.Key key = standings.get(i).key();
            Row row = rows.get(i);
            points.computeIfAbsent(key.board(), board -> new ArrayList<>())
                    .add(new ChartPoint(key.anchor(), row.rank(), Score.number(row.score()), false));
        }
        Map<Integer, Named> named = boards.all();
        return new PlayerSeries(
                query.name().strip(),
                player.map(Player::name).orElse(null),
                query.days(),
                start,
                query.now(),
                standings.stream()
                        .map(standing -> standing.key().anchor())
                        .distinct()
                        .toList(),
                points.entrySet().stream()
                        .map(entry -> line(named.get(entry.getKey()), entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparingInt(BoardLine::bestRank).thenComparingInt(BoardLine::uuid))
                        .toList());
    }

    private static BoardLine line(@Nullable Named known, int uuid, List<ChartPoint> points) {
        Named board = known == null ? BoardNames.nameless(uuid) : known;
        int best = points.stream().mapToInt(ChartPoint::rank).min().orElse(0);
        return new BoardLine(uuid, board.name(), best, ResetPoints.between(points, board.kind()));
    }
}
