package dev.kiwi.query.leaderboard;

import dev.kiwi.api.leaderboard.ComparePlayers;
import dev.kiwi.api.leaderboard.ComparePlayers.Compared;
import dev.kiwi.api.leaderboard.ComparePlayers.ComparedBoard;
import dev.kiwi.api.leaderboard.ComparePlayers.PlayerComparison;
import dev.kiwi.api.leaderboard.ComparePlayers.Standing;
import dev.kiwi.api.leaderboard.Score;
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
class ComparePlayersHandler {
    private final KnownPlayers players;
    private final PlayerPlaces places;
    private final BoardSlices slices;
    private final BoardNames boards;
    private final LatestCaptures latest;

    ComparePlayersHandler(
            KnownPlayers players, PlayerPlaces places, BoardSlices slices, BoardNames boards, LatestCaptures latest) {
        this.players = players;
        this.places = places;
        this.slices = slices;
        this.boards = boards;
        this.latest = latest;
    }

    @QueryHandler
    PlayerComparison handle(ComparePlayers query) {
        return Replaced.retry(() -> compare(query));
    }

    private PlayerComparison compare(ComparePlayers query) {
        List<Optional<Player>> found = query.names().stream().map(players::find).toList();
        Long asked = query.anchor();
        Long anchor = asked == null ? latest.ofAll().orElse(null) : asked;
        Map<Integer, @Nullable Standing[]> standings = new TreeMap<>();
        for (int i = 0; i < found.size() && anchor != null; i++) {
            if (found.get(i).isPresent()) {
                stand(found.get(i).get().id(), i, found.size(), anchor, standings);
            }
        }
        List<ComparedBoard> items = items(standings);
        List<Compared> compared = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            String asAsked = query.names().get(i).strip();
            compared.add(compared(
                    found.get(i).map(Player::name).orElse(asAsked), found.get(i).isPresent(), i, items));
        }
        return new PlayerComparison(anchor, compared, items, items.size());
    }

    private void stand(int player, int place, int of, long anchor, Map<Integer, @Nullable Standing[]> standings) {
        List<PlayerPlaces.Standing> at = places.at(player, anchor);
        List<Row> rows = slices.rows(at);
        for (int i = 0; i < rows.size(); i++) {
            Standing standing =
                    new Standing(rows.get(i).rank(), Score.number(rows.get(i).score()));
            @Nullable
            Standing[] ofBoard =
                    standings.computeIfAbsent(at.get(i).key().board(), board -> new @Nullable Standing[of]);
            // Of a player who is listed twice the better row.
            if (ofBoard[place] == null) {
                ofBoard[place] = standing;
            }
        }
    }

    private List<ComparedBoard> items(Map<Integer, @Nullable Standing[]> standings) {
        Map<Integer, Named> named = boards.all();
        return standings.entrySet().stream()
                .map(entry -> {
                    Named board = named.getOrDefault(entry.getKey(), BoardNames.nameless(entry.getKey()));
                    return new ComparedBoard(
                            board.uuid(),
                            board.name(),
                            board.category(),
                            board.kind().text(),
                            listed(entry.getValue()));
                })
                .sorted(Comparator.comparing(ComparedBoard::category)
                        .thenComparing(ComparedBoard::name)
                        .thenComparing(ComparedBoard::uuid))
                .toList();
    }

    private static List<@Nullable Standing> listed(@Nullable Standing[] standings) {
        List<@Nullable Standing> listed = new ArrayList<>(standings.length);
        for (@Nullable Standing standing : standings) {
            listed.add(standing);
        }
        return listed;
    }

    private static int best(ComparedBoard board) {
        int best = Integer.MAX_VALUE;
        for (@Nullable Standing standing : board.standings()) {
            best = standing == null ? best : Math.min(best, standing.rank());
        }
        return best;
    }

    private static Compared compared(String name, boolean known, int place, List<ComparedBoard> boards) {
        int listed = 0;
        int wins = 0;
        for (ComparedBoard board : boards) {
            @Nullable Standing own = board.standings().get(place);
            if (own != null) {
                listed++;
                wins += own.rank() == best(board) ? 1 : 0;
            }
        }
        return new Compared(name, known, listed, wins);
    }
}
