package dev.kiwi.query.leaderboard;

import dev.kiwi.api.leaderboard.GetPlayerProfile.ProfileRow;
import dev.kiwi.api.leaderboard.Score;
import dev.kiwi.api.leaderboard.TroveTime;
import dev.kiwi.projection.leaderboard.packed.BoardBody.Row;
import dev.kiwi.projection.leaderboard.packed.TotalRows.Total;
import dev.kiwi.query.leaderboard.BoardNames.Named;
import dev.kiwi.query.leaderboard.KnownPlayers.Player;
import dev.kiwi.query.leaderboard.PlayerPlaces.Range;
import dev.kiwi.query.leaderboard.PlayerPlaces.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A player's newest rows, each with the last one of the same board from an earlier trove-day (leaderboards.md 13). */
@Component
class RecentRows {
    private static final int SHOWN = 200;
    private static final long WINDOW = 14 * TroveTime.DAY;
    private static final long LOOK_BACK = 8 * TroveTime.DAY;

    private final PlayerPlaces places;
    private final BoardSlices slices;

    RecentRows(PlayerPlaces places, BoardSlices slices) {
        this.places = places;
        this.slices = slices;
    }

    /** One that is looked for: the last row of a board below a moment, and not before another. */
    private record Wanted(int board, long below, long from) {}

    List<ProfileRow> of(Player player, Map<Integer, Total> totals, Function<Integer, Named> boards, long now) {
        List<Standing> shown = places.newest(player.id(), new Range(null, now - WINDOW, null), SHOWN);
        Map<Wanted, Standing> before = before(player, shown, totals, boards, now);
        List<Standing> all = new ArrayList<>(shown);
        all.addAll(before.values());
        List<Row> rows = slices.rows(all);
        Map<Standing, Row> rowOf = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            rowOf.put(all.get(i), rows.get(i));
        }
        List<ProfileRow> items = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            Standing standing = shown.get(i);
            Named board = boards.apply(standing.key().board());
            @Nullable Standing prev = before.get(wanted(standing, board, now));
            items.add(row(player.name(), board, standing, rows.get(i), prev == null ? null : rowOf.get(prev)));
        }
        return items;
    }

    /** Not beyond the last reset, across which rows do not compare. */
    private static Wanted wanted(Standing standing, Named board, long now) {
        long anchor = standing.key().anchor();
        long from = Math.max(now - LOOK_BACK, board.kind().lastReset(anchor));
        return new Wanted(standing.key().board(), TroveTime.dayStart(anchor), from);
    }

    private Map<Wanted, Standing> before(
            Player player,
            List<Standing> shown,
            Map<Integer, Total> totals,
            Function<Integer, Named> boards,
            long now) {
        Set<Wanted> open = new HashSet<>();
        for (Standing standing : shown) {
            Wanted wanted = wanted(standing, boards.apply(standing.key().board()), now);
            @Nullable Total total = totals.get(wanted.board());
            if (wanted.below() > wanted.from() && total != null && total.firstSeen() < wanted.below()) {
                open.add(wanted);
            }
        }
        Map<Wanted, Standing> found = new HashMap<>();
        if (open.isEmpty()) {
            return found;
        }
        places.walk(player.id(), now - LOOK_BACK, standing -> {
            open.removeIf(wanted -> {
                boolean is = wanted.board() == standing.key().board()
                        && standing.key().anchor() < wanted.below()
                        && standing.key().anchor() >= wanted.from();
                if (is) {
                    found.put(wanted, standing);
                }
                return is;
            });
            return !open.isEmpty();
        });
        return found;
    }

    private static ProfileRow row(String name, Named board, Standing standing, Row row, @Nullable Row prev) {
        return new ProfileRow(
                name,
                board.uuid(),
                board.name(),
                row.rank(),
                Score.number(row.score()),
                standing.key().anchor(),
                prev == null ? null : prev.rank(),
                prev == null ? null : Score.number(prev.score()),
                prev == null ? null : prev.rank() - row.rank(),
                prev == null ? null : Score.number(row.score() - prev.score()),
                false);
    }
}
