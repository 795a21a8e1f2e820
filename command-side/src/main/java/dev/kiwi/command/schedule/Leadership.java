package dev.kiwi.command.schedule;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The right to do what one node does for all: a lock that lives as long as its database session. Blocks. */
final class Leadership implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);
    private static final long LOCK = 0x6b6977692d6c6561L;
    private static final int VALID_WITHIN_SECONDS = 2;

    private final DataSource dataSource;
    private @Nullable Connection held;

    Leadership(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** True when this node leads now: it still holds the lock, or has just got it. */
    synchronized boolean lead() throws SQLException {
        if (held != null && held.isValid(VALID_WITHIN_SECONDS)) {
            return true;
        }
        if (held != null) {
            LOG.warn("No longer the leader: the database session is gone");
            giveUp();
        }
        held = tryTake();
        return held != null;
    }

    private @Nullable Connection tryTake() throws SQLException {
        Connection connection = dataSource.getConnection();
        boolean taken = false;
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            taken = answer.next() && answer.getBoolean(1);
            if (taken) {
                LOG.info("This node leads: it does the scheduled work");
            }
            return taken ? connection : null;
        } finally {
            if (!taken) {
                connection.close();
            }
        }
    }

    private void giveUp() {
        Connection connection = held;
        held = null;
        if (connection == null) {
            return;
        }
        try (connection) {
            // A pool would keep the session, and with it the lock.
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException e) {
            LOG.debug("The session is gone, and the lock with it", e);
        }
    }

    @Override
    public synchronized void close() {
        giveUp();
    }
}
