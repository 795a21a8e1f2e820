package dev.kiwi.bench.ingest;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What the tables of a schema take on disk: rows, TOAST and indexes. */
public final class Storage {
    private Storage() {}

    public static long bytes(Connection connection, String schema) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet sum = statement.executeQuery("SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0)"
                        + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE c.relkind IN ('r', 'm') AND n.nspname = '" + schema + "'")) {
            sum.next();
            return sum.getLong(1);
        }
    }
}
