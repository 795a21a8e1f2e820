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
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

@QueryComponent
class GetBoardChartHandler {
    /** Captures in memory; a month has hundreds. */
    private static final int AT_ONCE = 48;

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
        List<Long> anchors = jdbc.sql("""
                        select anchor from leaderboards.board_capture
                        where board_uuid = ? and anchor >= ? order by anchor""")
                .params(query.uuid(), start)
                .query((row, _) -> row.getLong(1))
                .list();
        List<Line> lines = anchors.isEmpty() ? List.of() : lines(query, anchors);
        return new BoardChart(query.uuid(), query.days(), start, query.now(), anchors, lines);
    }

    /** @throws Replaced when the newest capture is there no longer */
    private List<Line> lines(GetBoardChart query, List<Long> anchors) {
        List<Captured> newest = read(query.uuid(), anchors.getLast(), anchors.getLast());
        if (newest.isEmpty()) {
            throw new Replaced();
        }
        Map<Integer, Row> leaders = new LinkedHashMap<>();
        newest.getFirst().body.rows(0, query.top()).forEach(row -> leaders.putIfAbsent(row.player(), row));
        Map<Integer, List<ChartPoint>> points = points(query.uuid(), leaders.keySet(), anchors);
        Map<Integer, String> spelled = names.of(leaders.keySet());
        ResetKind kind = kind(query.uuid());
        return leaders.values().stream()
                .map(row -> new Line(
                        spelled.getOrDefault(row.player(), ""),
                        row.rank(),
                        ResetPoints.between(points.getOrDefault(row.player(), List.of()), kind)))
                .toList();
    }

    private Map<Integer, List<ChartPoint>> points(int uuid, Set<Integer> leaders, List<Long> anchors) {
        BitSet players = new BitSet();
        leaders.forEach(players::set);
        Map<Integer, List<ChartPoint>> points = new HashMap<>();
        for (int i = 0; i < anchors.size(); i += AT_ONCE) {
            long last = anchors.get(Math.min(anchors.size(), i + AT_ONCE) - 1);
            for (Captured capture : read(uuid, anchors.get(i), last)) {
                for (Row row : capture.body.find(players)) {
                    points.computeIfAbsent(row.player(), player -> new ArrayList<>())
                            .add(new ChartPoint(capture.anchor, row.rank(), Score.number(row.score()), false));
                }
            }
        }
        return points;
    }

    private List<Captured> read(int uuid, long from, long to) {
        return jdbc.sql("""
                        select anchor, body from leaderboards.board_capture
                        where board_uuid = ? and anchor >= ? and anchor <= ? order by anchor""")
                .params(uuid, from, to)
                .query((row, n) -> new Captured(row.getLong(1), BoardBody.of(row.getBytes(2))))
                .list();
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
