package dev.kiwi.bench.soak;

import dev.kiwi.bench.process.LinuxProcess;
import dev.kiwi.embedded.PostgresStore;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a process holds while it works.
 *
 * @param connections to Kiwi's database
 * @param descriptors open files and sockets
 */
record Vitals(int threads, int connections, int descriptors) {
    static Vitals of(LinuxProcess process, PostgresStore postgres) throws IOException, SQLException {
        return new Vitals(process.threads(), connections(postgres), process.descriptors());
    }

    /** Asked from another database, so that the question does not count itself. */
    private static int connections(PostgresStore postgres) throws SQLException {
        try (Connection connection = postgres.dataSource("postgres").getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from pg_stat_activity where datname = '"
                        + postgres.user() + "' and backend_type = 'client backend'")) {
            count.next();
            return count.getInt(1);
        }
    }
}
