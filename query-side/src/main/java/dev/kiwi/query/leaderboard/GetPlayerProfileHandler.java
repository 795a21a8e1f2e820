package dev.kiwi.query.leaderboard;

import dev.kiwi.api.leaderboard.GetPlayerProfile;
import dev.kiwi.api.leaderboard.GetPlayerProfile.Profile;
import dev.kiwi.api.leaderboard.GetPlayerProfile.ProfileBoard;
import dev.kiwi.api.leaderboard.GetPlayerProfile.ProfileSummary;
import dev.kiwi.api.leaderboard.Score;
import dev.kiwi.projection.leaderboard.packed.TotalRows.Total;
import dev.kiwi.query.dispatch.QueryComponent;
import dev.kiwi.query.leaderboard.BoardNames.Named;
import dev.kiwi.query.leaderboard.KnownPlayers.Player;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

@QueryComponent
class GetPlayerProfileHandler {
    private static final ProfileSummary NOTHING = new ProfileSummary(0, 0, null, null, null, 0, 0, null);

    private final KnownPlayers players;
    private final PlayerHistory histories;
    private final RecentRows recent;
    private final BoardNames boards;

    GetPlayerProfileHandler(KnownPlayers players, PlayerHistory histories, RecentRows recent, BoardNames boards) {
        this.players = players;
        this.histories = histories;
        this.recent = recent;
        this.boards = boards;
    }

    @QueryHandler
    Profile handle(GetPlayerProfile query) {
        return Replaced.retry(() -> players.find(query.name())
                .map(player -> profile(player, query.now()))
                .orElseGet(() -> new Profile(query.name().strip(), NOTHING, List.of(), List.of())));
    }

    private Profile profile(Player player, long now) {
        Map<Integer, Named> named = boards.all();
        Map<Integer, Total> totals = histories.totals(player.id());
        List<ProfileBoard> items = totals.values().stream()
                .map(total -> board(total, known(named, total.board())))
                .sorted(Comparator.comparingInt(ProfileBoard::bestRank)
                        .thenComparing(
                                Comparator.comparingLong(ProfileBoard::lastSeen).reversed())
                        .thenComparingInt(ProfileBoard::leaderboard))
                .toList();
        Function<Integer, Named> names = uuid -> known(named, uuid);
        return new Profile(player.name(), summary(items), items, recent.of(player, totals, names, now));
    }

    private static Named known(Map<Integer, Named> named, int uuid) {
        @Nullable Named board = named.get(uuid);
        return board == null ? BoardNames.nameless(uuid) : board;
    }

    private static ProfileBoard board(Total total, Named board) {
        return new ProfileBoard(
                total.board(),
                board.name(),
                total.bestRank(),
                total.latestRank(),
                Score.number(total.latestScore()),
                total.appearances(),
                total.firstSeen(),
                total.lastSeen());
    }

    private static ProfileSummary summary(List<ProfileBoard> boards) {
        if (boards.isEmpty()) {
            return NOTHING;
        }
        ProfileBoard best = boards.getFirst();
        return new ProfileSummary(
                boards.size(),
                boards.stream().mapToLong(ProfileBoard::appearances).sum(),
                best.bestRank(),
                best.leaderboard(),
                best.boardName(),
                within(boards, 10),
                within(boards, 100),
                boards.stream().mapToLong(ProfileBoard::lastSeen).max().orElseThrow());
    }

    private static int within(List<ProfileBoard> boards, int rank) {
        return (int) boards.stream().filter(board -> board.bestRank() <= rank).count();
    }
}
