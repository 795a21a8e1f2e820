package dev.kiwi.bench.layout;

import com.github.luben.zstd.Zstd;
import dev.kiwi.api.formats.leaderbot.ParsedBoard;
import dev.kiwi.api.formats.leaderbot.ParsedCapture;
import dev.kiwi.projection.leaderboard.BinaryCopy;
import dev.kiwi.projection.leaderboard.packed.BoardBody;
import dev.kiwi.projection.leaderboard.packed.BoardRows;
import dev.kiwi.projection.leaderboard.packed.PlayerIndexBuilder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A packed row per board and capture; for players either pointers into the boards or a second copy of the entries. */
enum PackedLayouts implements Layout {
    POINTERS("packed boards, packed pointers for 64 players"),
    SIDE_COPY("packed boards, zstd side copy for 64 players");

    private final String label;

    PackedLayouts(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }

    @Override
    public void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    create table %1$s_board (board_uuid int, anchor bigint, body bytea, primary key (board_uuid, anchor));
                    create index on %1$s_board (anchor);
                    create table %1$s_player (bucket int, anchor bigint, present bigint, body bytea, primary key (bucket, anchor) include (present));
                    alter table %1$s_board alter column body set storage external;
                    alter table %1$s_player alter column body set storage external""".formatted(prefix()));
        }
    }

    @Override
    public void load(Connection connection, ParsedCapture capture, int[] ids, long anchor)
            throws SQLException, IOException {
        List<ParsedBoard> boards = capture.boards().stream()
                .sorted(Comparator.comparingInt(ParsedBoard::uuid))
                .toList();
        List<BoardRows> rows = new ArrayList<>();
        PlayerIndexBuilder pointers = new PlayerIndexBuilder();
        try (BinaryCopy copy = new BinaryCopy(connection, prefix() + "_board")) {
            for (ParsedBoard board : boards) {
                BoardRows packed = BoardRows.of(board, ids);
                rows.add(packed);
                pointers.add(board.uuid(), packed);
                copy.row(3).integer(board.uuid()).bigint(anchor).bytes(BoardBody.encode(packed));
            }
            copy.finish();
        }
        try (BinaryCopy copy = new BinaryCopy(connection, prefix() + "_player")) {
            if (this == POINTERS) {
                for (PlayerIndexBuilder.Bucket bucket : pointers.build()) {
                    copy.row(4)
                            .integer(bucket.bucket())
                            .bigint(anchor)
                            .bigint(bucket.present())
                            .bytes(bucket.body());
                }
            } else {
                sideCopy(copy, boards, rows, anchor);
            }
            copy.finish();
        }
    }

    /** Columns of a bucket: board and player, rank, score; each board in rank order. */
    private static void sideCopy(BinaryCopy copy, List<ParsedBoard> boards, List<BoardRows> rows, long anchor)
            throws IOException {
        int buckets = rows.stream().mapToInt(PackedLayouts::largest).max().orElse(0) / 64 + 1;
        int[] sizes = new int[buckets];
        rows.forEach(board -> {
            for (int i = 0; i < board.size(); i++) {
                sizes[board.player(i) / 64]++;
            }
        });
        ByteBuffer[] keys = new ByteBuffer[buckets];
        ByteBuffer[] values = new ByteBuffer[buckets];
        for (int b = 0; b < buckets; b++) {
            keys[b] = ByteBuffer.allocate(sizes[b] * 4);
            values[b] = ByteBuffer.allocate(sizes[b] * 8);
        }
        for (int n = 0; n < boards.size(); n++) {
            for (int i = 0; i < rows.get(n).size(); i++) {
                int player = rows.get(n).player(i);
                keys[player / 64].put((byte) n).put((byte) (player % 64)).putShort((short)
                        rows.get(n).rank(i));
                values[player / 64].putDouble(rows.get(n).score(i));
            }
        }
        for (int b = 0; b < buckets; b++) {
            byte[] plain = ByteBuffer.allocate(sizes[b] * 12)
                    .put(transposed(keys[b], 4))
                    .put(transposed(values[b], 8))
                    .array();
            copy.row(4).integer(b).bigint(anchor).bigint(-1).bytes(Zstd.compress(plain, 1));
        }
    }

    /** All first bytes, then all second ones: alike bytes side by side compress better. */
    private static byte[] transposed(ByteBuffer cells, int width) {
        byte[] content = cells.array();
        byte[] columns = new byte[content.length];
        int count = content.length / width;
        for (int i = 0; i < content.length; i++) {
            columns[i % width * count + i / width] = content[i];
        }
        return columns;
    }

    private static int largest(BoardRows board) {
        int largest = 0;
        for (int i = 0; i < board.size(); i++) {
            largest = Math.max(largest, board.player(i));
        }
        return largest;
    }
}
