package dev.kiwi.query.leaderboard;

import dev.kiwi.api.leaderboard.ChartPoint;
import dev.kiwi.api.leaderboard.GetBoardChart;
import dev.kiwi.api.leaderboard.GetBoardChart.BoardChart;
import dev.kiwi.api.leaderboard.GetBoardChart.Line;
import dev.kiwi.api.leaderboard.ResetKind;
import dev.kiwi.api.leaderboard.ResetKinds;
import dev.kiwi.api.leaderboard.Score;
import dev.kiwi.api.leaderboard.TroveTime;
import dev.kiwi.projection.leaderboard.packed.BoardBody;
import dev.kiwi.projection.leaderboard.packed.BoardBody.Row;
import dev.kiwi.query.dispatch.QueryComponent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

@QueryComponent
class GetBoardChartHandler {
    private final JdbcClient jdbc;
    private final PlayerNames names;

    GetBoardChartHandler(JdbcClient jdbc, PlayerNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    @QueryHandler
    BoardChart handle(GetBoardChart query) {
        return Replaced.retry(() -> chart(query));
    }

    private record Captured(long anchor, BoardBody body) {}

    private BoardChart chart(GetBoardChart query) {
        long start = query.now() - query.days() * TroveTime.DAY;
        List<Captured> captures = jdbc.sql("""
                        select anchor, body from leaderboards.board_capture
                        where board_uuid = ? and anchor >= ? order by anchor""")
                .params(query.uuid(), start)
                .query((row, n) -> new Captured(row.getLong(1), BoardBody.of(row.getBytes(2))))
                .list();
        List<Line> lines = captures.isEmpty() ? List.of() : lines(query, captures);
        return new BoardChart(
                query.uuid(),
                query.days(),
                start,
                query.now(),
                captures.stream().map(Captured::anchor).toList(),
                lines);
    }

    private List<Line> lines(GetBoardChart query, List<Captured> captures) {
        Map<Integer, Row> leaders = new LinkedHashMap<>();
        captures.getLast().body.rows(0, query.top()).forEach(row -> leaders.putIfAbsent(row.player(), row));
        BitSet players = new BitSet();
        leaders.keySet().forEach(players::set);
        Map<Integer, List<ChartPoint>> points = new HashMap<>();
        for (Captured capture : captures) {
            for (Row row : capture.body.find(players)) {
                points.computeIfAbsent(row.player(), player -> new ArrayList<>())
                        .add(new ChartPoint(capture.anchor, row.rank(), Score.number(row.score()), false));
            }
        }
        Map<Integer, String> spelled = names.of(leaders.keySet());
        ResetKind kind = kind(query.uuid());
        return leaders.values().stream()
                .map(row -> new Line(
                        spelled.getOrDefault(row.player(), ""),
                        row.rank(),
                        ResetPoints.between(points.getOrDefault(row.player(), List.of()), kind)))
                .toList();
    }

    private ResetKind kind(int uuid) {
        return jdbc.sql("select coalesce(reset_kind_override, '') from leaderboards.board where uuid = ?")
                .param(uuid)
                .query(String.class)
                .optional()
                .map(override -> ResetKinds.effective(uuid, override))
                .orElseGet(() -> ResetKinds.effective(uuid, null));
    }
}
