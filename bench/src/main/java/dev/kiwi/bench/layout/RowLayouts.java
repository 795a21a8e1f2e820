package dev.kiwi.bench.layout;

import dev.kiwi.api.formats.leaderbot.ParsedBoard;
import dev.kiwi.api.formats.leaderbot.ParsedCapture;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** A row per entry: as text into a bare table (the floor), indexed after, and through a staging table (6.2 of the specification). */
enum RowLayouts implements Layout {
    COPY_ONLY("row, COPY as text, no index"),
    INDEXED_AFTER("row, fresh table, two B-trees after"),
    STAGED("row, staging, players upserted, insert into an indexed table");

    private static final String COLUMNS = "(board_uuid int, anchor bigint, rank int, score float8, ";

    private final String label;

    RowLayouts(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }

    @Override
    public void create(Connection connection) throws SQLException {
        if (this == STAGED) {
            run(
                    connection,
                    "create table staged_player (id bigint generated always as identity primary key, name text, name_lower text unique)");
            run(connection, "create table staged_entry " + COLUMNS + "player_id bigint)");
            index(connection, "staged_entry");
        }
    }

    @Override
    public void load(Connection connection, ParsedCapture capture, int[] ids, long anchor)
            throws SQLException, IOException {
        if (this == STAGED) {
            run(
                    connection,
                    "create temporary table staging " + COLUMNS + "player text, player_lower text) on commit drop");
            copy(connection, "staging", capture, anchor, null);
            run(
                    connection,
                    "insert into staged_player (name, name_lower) select min(player), player_lower from staging group by 2 order by 2 on conflict (name_lower) do update set name = excluded.name");
            run(
                    connection,
                    "insert into staged_entry select board_uuid, anchor, rank, score, id from staging join staged_player on name_lower = player_lower");
            return;
        }
        String table = prefix() + "_" + anchor;
        run(connection, "create table " + table + " " + COLUMNS + "player_id int)");
        copy(connection, table, capture, anchor, ids);
        if (this == INDEXED_AFTER) {
            index(connection, table);
        }
    }

    private static void index(Connection connection, String table) throws SQLException {
        run(connection, "create index on " + table + " (board_uuid, anchor, rank)");
        run(connection, "create index on " + table + " (player_id, anchor)");
    }

    private static void copy(
            Connection connection, String table, ParsedCapture capture, long anchor, int @Nullable [] ids)
            throws SQLException, IOException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        try (OutputStream out = new BufferedOutputStream(
                new PGCopyOutputStream(postgres, "copy " + table + " from stdin", 1 << 16), 1 << 16)) {
            StringBuilder line = new StringBuilder();
            for (ParsedBoard board : capture.boards()) {
                for (int i = 0; i < board.size(); i++) {
                    line.setLength(0);
                    line.append(board.uuid())
                            .append('\t')
                            .append(anchor)
                            .append('\t')
                            .append(board.rank(i))
                            .append('\t')
                            .append(board.score(i))
                            .append('\t');
                    String name = capture.name(board.player(i)).replace("\\", "\\\\");
                    line.append(
                                    ids == null
                                            ? name + "\t" + name.toLowerCase(Locale.ROOT)
                                            : Integer.toString(ids[board.player(i)]))
                            .append('\n');
                    out.write(line.toString().getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
