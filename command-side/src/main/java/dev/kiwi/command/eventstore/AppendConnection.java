package dev.kiwi.command.eventstore;

import dev.kiwi.command.crypto.SubjectKeyTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** The appender's connection: its time-outs, its prepared statements, and the lock under which positions are given. */
final class AppendConnection implements AutoCloseable {
    /** Names the advisory lock that every appender of the cluster takes. */
    static final long LOCK = 0x6b6977692d657374L;

    // The head is read by its own statement: its snapshot must be taken after the lock was granted.
    private static final String LOCK_AND_HEAD =
            "select pg_advisory_xact_lock(" + LOCK + "); notify " + EventArrivals.CHANNEL + "; "
                    + "select global_index, time_stamp, chain from es.event order by global_index desc limit 1";

    private static final String INSERT = """
            insert into es.event (global_index, event_identifier, aggregate_identifier, sequence_number, type,
                time_stamp, payload_type, payload_revision, payload, meta_data, chain)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String TAKE = """
            insert into es.claim as held (kind, value, owner, position)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::bigint[])
            on conflict (kind, value) do update set owner = held.owner where held.owner = excluded.owner
            returning kind, value""";

    private static final String REQUIRE = """
            select held.kind, held.value from es.claim held
            join unnest(?::text[], ?::text[], ?::text[]) as given (kind, value, owner) using (kind, value, owner)""";

    private static final String GIVE_BACK = """
            delete from es.claim as held using unnest(?::text[], ?::text[]) as given (kind, value)
            where held.kind = given.kind and held.value = given.value""";

    private final Connection connection;
    private final int backend;
    final PreparedStatement insert;
    final PreparedStatement take;
    final PreparedStatement require;
    final PreparedStatement giveBack;
    final PreparedStatement destroyKey;
    private final PreparedStatement lockAndHead;

    AppendConnection(DataSource dataSource) throws SQLException {
        connection = dataSource.getConnection();
        try {
            backend = connection.unwrap(PGConnection.class).getBackendPID();
            try (Statement settings = connection.createStatement()) {
                settings.execute("set statement_timeout = '8s'; set lock_timeout = '5s'; "
                        + "set idle_in_transaction_session_timeout = '20s'; set synchronous_commit = on");
            }
            connection.setAutoCommit(false);
            // A network that swallows packets must not hold the appender for ever.
            connection.setNetworkTimeout(Runnable::run, 9_000);
            lockAndHead = connection.prepareStatement(LOCK_AND_HEAD);
            insert = connection.prepareStatement(INSERT);
            take = connection.prepareStatement(TAKE);
            require = connection.prepareStatement(REQUIRE);
            giveBack = connection.prepareStatement(GIVE_BACK);
            destroyKey = connection.prepareStatement(SubjectKeyTable.DESTROY);
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    /** Process id of the server's end, by which notifications name their sender. */
    int backend() {
        return backend;
    }

    /** Waits for the lock, which the transaction then holds to its end. */
    Head lockAndReadHead() throws SQLException {
        lockAndHead.execute();
        while (lockAndHead.getMoreResults() || lockAndHead.getUpdateCount() != -1) {
            ResultSet result = lockAndHead.getResultSet();
            if (result != null) {
                return result.next()
                        ? new Head(
                                result.getLong(1),
                                result.getObject(2, OffsetDateTime.class).toInstant(),
                                result.getBytes(3))
                        : Head.empty();
            }
        }
        throw new SQLException("The head query gave no result");
    }

    /** Position of an event that may have been committed by a connection that is gone; -1 when it was not. */
    long find(String eventId) throws SQLException {
        // With the lock held, no old transaction is still on its way to a commit.
        lockAndReadHead();
        try (PreparedStatement query =
                connection.prepareStatement("select global_index from es.event where event_identifier = ?")) {
            query.setString(1, eventId);
            try (ResultSet result = query.executeQuery()) {
                return result.next() ? result.getLong(1) : -1;
            }
        } finally {
            connection.rollback();
        }
    }

    /** Writes rows of another table into the open transaction. */
    <R> void write(CompanionTable<R> table, List<R> rows) throws SQLException {
        table.write(connection, rows);
    }

    void commit() throws SQLException {
        connection.commit();
    }

    /** Forgets what was written and what was still gathered in the statements. */
    void rollback() throws SQLException {
        insert.clearBatch();
        destroyKey.clearBatch();
        connection.rollback();
    }

    /** Gives the connection back as it was; a pool drops it by itself when it is broken. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            if (!connection.isClosed() && connection.isValid(1)) {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setNetworkTimeout(Runnable::run, 0);
                try (Statement settings = connection.createStatement()) {
                    settings.execute("reset all");
                }
            }
        }
    }
}
