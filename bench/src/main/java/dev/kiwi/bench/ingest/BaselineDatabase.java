package dev.kiwi.bench.ingest;

import dev.kiwi.embedded.PostgresStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A database of its own on Kiwi's Postgres, so that a baseline has the same disk and none of Kiwi's tables. */
public final class BaselineDatabase {
    private BaselineDatabase() {}

    /** Makes it, once for a data directory. */
    public static Connection connect(PostgresStore postgres) throws SQLException {
        try (Connection admin = postgres.dataSource("postgres").getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute("CREATE DATABASE baseline");
        }
        return postgres.dataSource("baseline").getConnection();
    }
}
