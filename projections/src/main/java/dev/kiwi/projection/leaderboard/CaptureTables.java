package dev.kiwi.projection.leaderboard;

import dev.kiwi.api.formats.leaderbot.Contest;
import dev.kiwi.api.formats.leaderbot.ParsedBoard;
import dev.kiwi.api.formats.leaderbot.ParsedCapture;
import dev.kiwi.projection.leaderboard.packed.BoardBody;
import dev.kiwi.projection.leaderboard.packed.BoardRows;
import dev.kiwi.projection.leaderboard.packed.PlayerIndexBuilder;
import dev.kiwi.projection.machinery.ReadModel;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes and removes the rows of one capture, within the batch's transaction. */
final class CaptureTables {
    private final ReadModel model;

    CaptureTables(ReadModel model) {
        this.model = model;
    }

    /**
     * Removes what an anchor holds; contest marks stay, as a dump without the overlay does not take them back.
     *
     * @param at version of the change
     */
    void clear(long anchor, long at) {
        JdbcClient jdbc = model.jdbc();
        Optional<Long> old = jdbc.sql("delete from capture where anchor = ? returning version")
                .param(anchor)
                .query(Long.class)
                .optional();
        if (old.isPresent()) {
            takeBack(at, old.get());
            jdbc.sql("delete from board_capture where anchor = ?").param(anchor).update();
            jdbc.sql("""
                    delete from player_capture where anchor = ? and bucket = any(array(
                        select generate_series(0, (select next_player / 64 from state))))""").param(anchor).update();
        }
    }

    /** @param version that is gone; 0 for all */
    void takeBack(long at, long version) {
        model.jdbc()
                .sql("insert into taken_back (at, version) values (?, ?)")
                .params(at, version)
                .update();
    }

    void describe(List<ParsedBoard> boards, long anchor) {
        model.jdbc()
                .sql("""
                        insert into board (uuid, name_id, name, category_id, category)
                        select * from unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[])
                        on conflict (uuid) do update set name_id = excluded.name_id, name = excluded.name,
                            category_id = excluded.category_id, category = excluded.category
                        where (board.name_id, board.name, board.category_id, board.category)
                            is distinct from (excluded.name_id, excluded.name, excluded.category_id, excluded.category)""")
                .params(
                        boards.stream().map(ParsedBoard::uuid).toArray(Integer[]::new),
                        boards.stream().map(ParsedBoard::nameId).toArray(String[]::new),
                        boards.stream().map(ParsedBoard::name).toArray(String[]::new),
                        boards.stream().map(ParsedBoard::categoryId).toArray(String[]::new),
                        boards.stream().map(ParsedBoard::category).toArray(String[]::new))
                .update();
        for (ParsedBoard board : boards) {
            Contest contest = board.contest();
            if (contest != null) {
                model.jdbc()
                        .sql(
                                "insert into board_contest (board_uuid, anchor, type) values (?, ?, ?) on conflict do nothing")
                        .params(board.uuid(), anchor, contest.text())
                        .update();
            }
        }
    }

    /** @param ids player id of each of the capture's names */
    void fill(ParsedCapture capture, int[] ids, long anchor, long version) {
        Objects.requireNonNull(model.withConnection(connection -> {
            List<PlayerIndexBuilder.Bucket> buckets = fillBoards(connection, capture, ids, anchor, version);
            fillPlayers(connection, buckets, anchor);
            return buckets;
        }));
    }

    private static List<PlayerIndexBuilder.Bucket> fillBoards(
            Connection connection, ParsedCapture capture, int[] ids, long anchor, long version)
            throws SQLException, IOException {
        PlayerIndexBuilder index = new PlayerIndexBuilder();
        List<ParsedBoard> boards = capture.boards().stream()
                .filter(board -> board.size() > 0)
                .sorted(Comparator.comparingInt(ParsedBoard::uuid))
                .toList();
        try (BinaryCopy copy =
                new BinaryCopy(connection, "board_capture (board_uuid, anchor, entries, version, body)")) {
            for (ParsedBoard board : boards) {
                BoardRows rows = BoardRows.of(board, ids);
                index.add(board.uuid(), rows);
                copy.row(5)
                        .integer(board.uuid())
                        .bigint(anchor)
                        .integer(rows.size())
                        .bigint(version);
                copy.bytes(BoardBody.encode(rows));
            }
            copy.finish();
        }
        return index.build();
    }

    private static void fillPlayers(Connection connection, List<PlayerIndexBuilder.Bucket> buckets, long anchor)
            throws SQLException, IOException {
        try (BinaryCopy copy = new BinaryCopy(connection, "player_capture (bucket, anchor, present, body)")) {
            for (PlayerIndexBuilder.Bucket bucket : buckets) {
                copy.row(4)
                        .integer(bucket.bucket())
                        .bigint(anchor)
                        .bigint(bucket.present())
                        .bytes(bucket.body());
            }
            copy.finish();
        }
    }
}
