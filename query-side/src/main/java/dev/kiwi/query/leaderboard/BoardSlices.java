package dev.kiwi.query.leaderboard;

import dev.kiwi.projection.leaderboard.packed.BoardBody;
import dev.kiwi.projection.leaderboard.packed.BoardBody.Row;
import dev.kiwi.projection.leaderboard.packed.BoardBody.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Single rows of many boards: of each board its head and one block are read, not the whole. */
@Component
class BoardSlices {
    /** Each brings a block of its board, some two kilobytes, and all of a piece are held until it is read. */
    private static final int AT_ONCE = 2_000;

    private final JdbcClient jdbc;

    BoardSlices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The row of each standing, in the same order.
     *
     * @throws Replaced when one of the captures is there no longer
     */
    List<Row> rows(List<PlayerPlaces.Standing> standings) {
        List<Row> rows = new ArrayList<>(standings.size());
        for (int from = 0; from < standings.size(); from += AT_ONCE) {
            rows.addAll(piece(standings.subList(from, Math.min(from + AT_ONCE, standings.size()))));
        }
        return rows;
    }

    private List<Row> piece(List<PlayerPlaces.Standing> standings) {
        Map<BoardBodies.Key, BoardBody> heads = heads(standings);
        List<BoardBody> boards = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        for (PlayerPlaces.Standing standing : standings) {
            BoardBody head = heads.get(standing.key());
            if (head == null) {
                throw new Replaced();
            }
            boards.add(head);
            spans.add(head.span(standing.position()));
        }
        return read(standings, boards, spans);
    }

    private Map<BoardBodies.Key, BoardBody> heads(List<PlayerPlaces.Standing> standings) {
        Map<BoardBodies.Key, BoardBody> heads = new HashMap<>();
        List<BoardBodies.Key> keys =
                standings.stream().map(PlayerPlaces.Standing::key).distinct().toList();
        jdbc.sql("""
                        select c.board_uuid, c.anchor, c.version, substring(c.body from 1 for ?)
                        from unnest(?::int[], ?::bigint[]) wanted (board_uuid, anchor)
                        join leaderboards.board_capture c using (board_uuid, anchor)""").params(BoardBody.HEAD, boards(keys), anchors(keys)).query(row -> {
            BoardBodies.Key key = new BoardBodies.Key(row.getInt(1), row.getLong(2), row.getLong(3));
            heads.put(key, head(row.getBytes(4), key));
        });
        return heads;
    }

    private BoardBody head(byte[] bytes, BoardBodies.Key key) {
        @Nullable BoardBody head = BoardBody.ofHead(bytes);
        return head != null ? head : BoardBody.of(whole(key));
    }

    private byte[] whole(BoardBodies.Key key) {
        return jdbc.sql(
                        "select body from leaderboards.board_capture where board_uuid = ? and anchor = ? and version = ?")
                .params(key.board(), key.anchor(), key.version())
                .query((row, n) -> row.getBytes(1))
                .optional()
                .orElseThrow(Replaced::new);
    }

    private List<Row> read(List<PlayerPlaces.Standing> standings, List<BoardBody> boards, List<Span> spans) {
        List<BoardBodies.Key> keys =
                standings.stream().map(PlayerPlaces.Standing::key).toList();
        @Nullable Row[] rows = new @Nullable Row[standings.size()];
        jdbc.sql("""
                        select wanted.n, substring(c.body from wanted.first + 1 for wanted.length)
                        from unnest(?::int[], ?::bigint[], ?::bigint[], ?::int[], ?::int[])
                            with ordinality wanted (board_uuid, anchor, version, first, length, n)
                        join leaderboards.board_capture c using (board_uuid, anchor, version)""")
                .params(
                        boards(keys),
                        anchors(keys),
                        keys.stream().map(BoardBodies.Key::version).toArray(Long[]::new),
                        spans.stream().map(Span::from).toArray(Integer[]::new),
                        spans.stream().map(Span::length).toArray(Integer[]::new))
                .query(row -> {
                    int i = row.getInt(1) - 1;
                    rows[i] = boards.get(i)
                            .rowIn(row.getBytes(2), standings.get(i).position());
                });
        List<Row> read = new ArrayList<>(rows.length);
        for (@Nullable Row row : rows) {
            if (row == null) {
                throw new Replaced();
            }
            read.add(row);
        }
        return read;
    }

    private static Integer[] boards(List<BoardBodies.Key> keys) {
        return keys.stream().map(BoardBodies.Key::board).toArray(Integer[]::new);
    }

    private static Long[] anchors(List<BoardBodies.Key> keys) {
        return keys.stream().map(BoardBodies.Key::anchor).toArray(Long[]::new);
    }
}
