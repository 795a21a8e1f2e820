package dev.kiwi.projection.machinery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The right to create, rebuild or repair one projection, for one node at a time. It lives in a database session, so a
 * killed node loses it by itself.
 */
final class ProjectionLock implements AutoCloseable {
    private final Connection connection;
    private final String name;

    private ProjectionLock(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    /** Null when another has it. */
    static @Nullable ProjectionLock tryTake(DataSource dataSource, String name) {
        try {
            Connection connection = dataSource.getConnection();
            ProjectionLock lock = new ProjectionLock(connection, name);
            boolean taken = false;
            try {
                taken = lock.ask("select pg_try_advisory_lock(hashtextextended('kiwi.projection.' || ?, 0))");
            } finally {
                if (!taken) {
                    connection.close();
                }
            }
            return taken ? lock : null;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot lock projection " + name, e);
        }
    }

    private boolean ask(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Still ours: the session has not been lost while we worked. */
    boolean isHeld() {
        try {
            return connection.isValid(5);
        } catch (SQLException _) {
            return false;
        }
    }

    @Override
    public void close() {
        try (connection) {
            ask("select pg_advisory_unlock(hashtextextended('kiwi.projection.' || ?, 0))");
        } catch (SQLException _) {
            // The session is gone, and the lock with it.
        }
    }
}
