package dev.kiwi.bench.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** The floor of row storage: COPY of the same rows as text into one logged table without an index. */
public final class CopyBaseline {
    private CopyBaseline() {}

    /** @return seconds, commit included */
    public static double seconds(Connection connection, Rows rows) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS plain");
            statement.execute("CREATE TABLE plain (board_uuid int, anchor bigint, rank int, score float8, name text)");
        }
        long begin = System.nanoTime();
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY plain FROM STDIN", new ByteArrayInputStream(rows.plain()), 1 << 16);
        return (System.nanoTime() - begin) / 1e9;
    }
}
