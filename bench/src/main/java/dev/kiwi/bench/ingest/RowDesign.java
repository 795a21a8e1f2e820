package dev.kiwi.bench.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** The design of leaderboards.md 5 and 6.2: a row an entry in day partitions with three indexes. */
final class RowDesign {
    private static final long DAY = 86_400;
    private static final long DAY_BEGINS = 39_600;

    private final Connection connection;

    RowDesign(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE board (uuid int PRIMARY KEY, name text)");
            statement.execute(
                    "CREATE TABLE player (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL,"
                            + " name_lower text NOT NULL UNIQUE)");
            statement.execute("CREATE TABLE entry (board_uuid int NOT NULL, anchor bigint NOT NULL, rank int NOT NULL,"
                    + " score float8 NOT NULL, player_id bigint NOT NULL) PARTITION BY RANGE (anchor)");
            statement.execute("CREATE INDEX ON entry (board_uuid, anchor, rank)");
            statement.execute("CREATE INDEX ON entry (player_id, anchor)");
            statement.execute("CREATE INDEX ON entry (anchor)");
        }
    }

    /** Loads one capture in one transaction. @return seconds */
    double seconds(Rows rows) throws SQLException, IOException {
        long begin = System.nanoTime();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            createPartition(statement, rows.anchor());
            statement.execute("DELETE FROM entry WHERE anchor = " + rows.anchor());
            upsertBoards(rows);
            statement.execute("CREATE TEMP TABLE staging (board_uuid int, anchor bigint, rank int, score float8,"
                    + " name text, name_lower text) ON COMMIT DROP");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY staging FROM STDIN", new ByteArrayInputStream(rows.staging()), 1 << 16);
            statement.execute("ANALYZE staging");
            statement.execute("INSERT INTO player (name, name_lower) SELECT DISTINCT ON (name_lower) name, name_lower"
                    + " FROM staging ORDER BY name_lower ON CONFLICT (name_lower) DO UPDATE SET name = excluded.name");
            statement.execute("INSERT INTO entry SELECT s.board_uuid, s.anchor, s.rank, s.score, p.id"
                    + " FROM staging s JOIN player p USING (name_lower)");
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void createPartition(Statement statement, long anchor) throws SQLException {
        long from = Math.floorDiv(anchor - DAY_BEGINS, DAY) * DAY + DAY_BEGINS;
        statement.execute("CREATE TABLE IF NOT EXISTS entry_p_" + from + " PARTITION OF entry FOR VALUES FROM (" + from
                + ") TO (" + (from + DAY) + ")");
    }

    private void upsertBoards(Rows rows) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(
                "INSERT INTO board VALUES (?, ?) ON CONFLICT (uuid) DO UPDATE SET name = excluded.name")) {
            for (Rows.BoardLine board : rows.boards()) {
                upsert.setInt(1, board.uuid());
                upsert.setString(2, board.title());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }
}
