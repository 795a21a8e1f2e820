package dev.kiwi.projection.machinery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Readers that hammer the live tables with prepared statements, and a writer that appends events meanwhile. */
final class Traffic implements AutoCloseable {
    private static final String READ =
            "select b.event_id, b.amount, e.total from ledger.booking b join ledger.entry e using (account) where account = ? limit 5";

    private final Machinery machinery;
    private final Node node;
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final AtomicLong reads = new AtomicLong();
    private final List<Thread> threads;
    private volatile boolean stopped;

    Traffic(Machinery machinery, Node node) {
        this.machinery = machinery;
        this.node = node;
        this.threads = Stream.<Runnable>of(this::readOnPooledConnections, this::readOnOneConnection, this::write)
                .map(Thread::startVirtualThread)
                .toList();
    }

    private void readOnPooledConnections() {
        while (!stopped) {
            try (Connection connection = machinery.dataSource.getConnection()) {
                read(connection);
            } catch (Exception e) {
                failures.add(e.toString());
            }
        }
    }

    /** Long enough on one connection that the server keeps the plan. */
    private void readOnOneConnection() {
        try (Connection connection = machinery.dataSource.getConnection()) {
            while (!stopped) {
                read(connection);
            }
        } catch (Exception e) {
            failures.add(e.toString());
        }
    }

    private void read(Connection connection) throws Exception {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setString(1, "a1");
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    failures.add("an empty read model was served");
                }
            }
            reads.incrementAndGet();
        }
    }

    private void write() {
        while (!stopped) {
            long position = machinery.deposit("w", 1, 1, 1);
            // Like a client that reads its writes: no faster than the live version.
            node.positions
                    .await(List.of("ledger"), position, Duration.ofSeconds(5))
                    .join();
        }
    }

    List<String> failures() {
        return failures;
    }

    long reads() {
        return reads.get();
    }

    void stop() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Override
    public void close() {
        stopped = true;
    }
}
