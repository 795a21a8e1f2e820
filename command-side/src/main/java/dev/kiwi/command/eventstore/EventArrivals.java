package dev.kiwi.command.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of every commit of events, whichever node made it, on a connection of its own ({@code LISTEN kiwi_events}). What
 * it misses while the connection is away is found by the slow poll of the event store.
 */
final class EventArrivals implements AutoCloseable {
    static final String CHANNEL = "kiwi_events";
    private static final Logger LOG = LoggerFactory.getLogger(EventArrivals.class);
    private static final int SILENCE_MS = 5_000;
    private static final long PAUSE_NANOS = 500_000_000;

    private final DataSource dataSource;
    private final IntConsumer heard;
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable Connection connection;
    private volatile boolean listening;

    /**
     * @param heard called after commits with the process id of the committing backend, and after each new connection
     *     with -1; must not block
     */
    EventArrivals(DataSource dataSource, IntConsumer heard) {
        this.dataSource = dataSource;
        this.heard = heard;
        this.thread = Thread.ofPlatform().daemon().name("event-arrivals").start(this::run);
    }

    private void run() {
        while (!closed) {
            try (Connection opened = dataSource.getConnection()) {
                connection = opened;
                listen(opened);
            } catch (SQLException e) {
                if (!closed) {
                    LOG.warn("Not told of new events, looking for them instead: {}", e.getMessage());
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        }
    }

    private void listen(Connection opened) throws SQLException {
        opened.setAutoCommit(true);
        // A network that swallows packets must not leave us deaf for ever.
        opened.setNetworkTimeout(Runnable::run, 2 * SILENCE_MS);
        try (Statement statement = opened.createStatement()) {
            statement.execute("listen " + CHANNEL);
            listening = true;
            heard.accept(-1);
            PGConnection postgres = opened.unwrap(PGConnection.class);
            while (!closed) {
                PGNotification[] told = postgres.getNotifications(SILENCE_MS);
                if (told != null && told.length > 0) {
                    Arrays.stream(told)
                            .mapToInt(PGNotification::getPID)
                            .distinct()
                            .forEach(heard);
                } else {
                    // Nothing was said; make sure that somebody is still there to say it.
                    statement.execute("select 1");
                }
            }
        } finally {
            listening = false;
        }
    }

    /** False while new events of other nodes are only looked for. */
    boolean isListening() {
        return listening;
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        Connection opened = connection;
        try {
            if (opened != null) {
                // Wakes the thread from its wait for a notification.
                opened.abort(Runnable::run);
            }
        } catch (SQLException e) {
            LOG.debug("The listening connection was gone already", e);
        }
        LockSupport.unpark(thread);
        thread.join(SILENCE_MS);
    }
}
