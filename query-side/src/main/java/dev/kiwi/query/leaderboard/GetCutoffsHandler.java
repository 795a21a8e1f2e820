package dev.kiwi.query.leaderboard;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.leaderboard.GetCutoffs;
import dev.kiwi.api.leaderboard.GetCutoffs.Cutoff;
import dev.kiwi.api.leaderboard.GetCutoffs.Cutoffs;
import dev.kiwi.api.leaderboard.GetCutoffs.Percentile;
import dev.kiwi.api.leaderboard.GetCutoffs.Placed;
import dev.kiwi.api.leaderboard.ResetKinds;
import dev.kiwi.api.leaderboard.Score;
import dev.kiwi.api.leaderboard.TroveTime;
import dev.kiwi.projection.leaderboard.packed.BoardBody;
import dev.kiwi.projection.leaderboard.packed.BoardRows;
import dev.kiwi.query.dispatch.QueryComponent;
import java.util.stream.DoubleStream;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

@QueryComponent
class GetCutoffsHandler {
    private static final double[] TOP_PERCENTS = {1, 5, 10, 25, 50, 75};

    private final JdbcClient jdbc;
    private final LatestCaptures latest;

    GetCutoffsHandler(JdbcClient jdbc, LatestCaptures latest) {
        this.jdbc = jdbc;
        this.latest = latest;
    }

    @QueryHandler
    Cutoffs handle(GetCutoffs query) {
        Long asked = query.anchor();
        long anchor = asked == null ? latest.ofBoard(query.uuid()).orElseThrow(GetCutoffsHandler::missing) : asked;
        BoardRows rows = read(query.uuid(), anchor);
        if (rows == null) {
            throw missing();
        }
        boolean higher = rows.higherIsBetter();
        BoardRows before = before(query.uuid(), anchor);
        int size = rows.size();
        return new Cutoffs(
                query.uuid(),
                anchor,
                size,
                higher,
                query.ranks().stream()
                        .filter(place -> place <= size)
                        .map(place -> cutoff(place, rows, before))
                        .toList(),
                DoubleStream.of(TOP_PERCENTS)
                        .mapToObj(percent -> percentile(percent, rows))
                        .toList(),
                placed(query.score(), rows, higher));
    }

    private static Refusal missing() {
        return new Refusal(ErrorCode.NOT_FOUND, "That capture has no entries of such a leaderboard.");
    }

    private @Nullable BoardRows read(int uuid, long anchor) {
        return jdbc.sql("select body from leaderboards.board_capture where board_uuid = ? and anchor = ?")
                .params(uuid, anchor)
                .query((row, n) -> BoardBody.of(row.getBytes(1)).columns())
                .optional()
                .orElse(null);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Before(long anchor, @Nullable String override, byte[] body) {}

    /** The last capture of an earlier trove-day; null when it does not compare. */
    private @Nullable BoardRows before(int uuid, long anchor) {
        return jdbc.sql("""
                        select c.anchor, b.reset_kind_override, c.body from leaderboards.board_capture c
                        left join leaderboards.board b on b.uuid = c.board_uuid
                        where c.board_uuid = ? and c.anchor < ? order by c.anchor desc limit 1""")
                .params(uuid, TroveTime.dayStart(anchor))
                .query((row, n) -> new Before(row.getLong(1), row.getString(2), row.getBytes(3)))
                .optional()
                .filter(found -> !ResetKinds.effective(uuid, found.override).crosses(found.anchor, anchor))
                .map(found -> BoardBody.of(found.body).columns())
                .orElse(null);
    }

    private static Cutoff cutoff(int place, BoardRows rows, @Nullable BoardRows before) {
        double score = rows.score(place - 1);
        Double prev = before == null || place > before.size() ? null : Double.valueOf(before.score(place - 1));
        return new Cutoff(
                place,
                rows.rank(place - 1),
                Score.number(score),
                prev == null ? null : Score.number(prev),
                prev == null ? null : Score.number(score - prev));
    }

    private static Percentile percentile(double percent, BoardRows rows) {
        int place = Math.max(1, (int) Math.ceil(rows.size() * percent / 100));
        return new Percentile(percent, place, Score.number(rows.score(place - 1)));
    }

    private static @Nullable Placed placed(@Nullable Double score, BoardRows rows, boolean higher) {
        if (score == null) {
            return null;
        }
        int place = 1;
        for (int i = 0; i < rows.size(); i++) {
            if (higher ? rows.score(i) >= score : rows.score(i) <= score) {
                place++;
            }
        }
        double share = 100.0 * Math.min(place, rows.size()) / rows.size();
        return new Placed(Score.number(score), place, Math.round(share * 100) / 100.0);
    }
}
