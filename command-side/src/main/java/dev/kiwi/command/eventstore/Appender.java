package dev.kiwi.command.eventstore;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of this node: takes what waits, commits it as one group, answers each command. While one group is on
 * its way to disk the next one gathers by itself, so a group is as large as the disk is slow.
 */
final class Appender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);
    private static final PendingAppend STOP = PendingAppend.of(List.of());

    private final LinkedBlockingQueue<PendingAppend> queue = new LinkedBlockingQueue<>();
    private final GroupCommit groupCommit;
    private final int groupLimit;
    private final Duration timeout;
    private final Thread thread;
    private final LongAdder groups = new LongAdder();
    private final LongAdder commands = new LongAdder();
    private final LongAdder commitNanos = new LongAdder();
    private boolean closed;

    Appender(DataSource dataSource, Clock clock, KnownHead head, int groupLimit, Duration timeout) {
        this.groupCommit = new GroupCommit(dataSource, clock, head);
        this.groupLimit = groupLimit;
        this.timeout = timeout;
        this.thread = Thread.ofPlatform().name("event-appender").daemon().start(this::run);
    }

    /**
     * Returns when the events and claims are on disk.
     *
     * @return position of the last event
     * @throws EventStoreUnavailableException when they are not, or when nobody can tell
     */
    long append(PendingAppend append) {
        enqueue(append);
        try {
            return append.done().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new EventStoreUnavailableException("The commit took too long; its outcome is unknown", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventStoreUnavailableException("Interrupted during the commit; its outcome is unknown", e);
        }
    }

    private synchronized void enqueue(PendingAppend append) {
        if (closed) {
            throw new EventStoreUnavailableException("The event store is closed; nothing was committed", null);
        }
        queue.add(append);
    }

    /** True when the notification of a commit came from this writer. */
    boolean isOwn(int backend) {
        return groupCommit.isOwn(backend);
    }

    /** Groups taken from the queue so far. */
    long groups() {
        return groups.sum();
    }

    /** Commands in those groups. */
    long commands() {
        return commands.sum();
    }

    /** How long their commits took altogether. */
    long commitNanos() {
        return commitNanos.sum();
    }

    /** Commands that were not committed, or nobody can tell, because the database was away. */
    long lost() {
        return groupCommit.lost();
    }

    /** True while the newest group was not committed because the database was away. */
    boolean isFailing() {
        return groupCommit.isFailing();
    }

    /** How many commands wait for the next group. */
    int waiting() {
        return queue.size();
    }

    private void run() {
        List<PendingAppend> group = new ArrayList<>();
        boolean stop = false;
        try {
            while (!stop) {
                group.add(queue.take());
                queue.drainTo(group, groupLimit - 1);
                stop = group.remove(STOP);
                if (!group.isEmpty()) {
                    groups.increment();
                    commands.add(group.size());
                    long begun = System.nanoTime();
                    groupCommit.commit(List.copyOf(group));
                    commitNanos.add(System.nanoTime() - begun);
                    group.clear();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closeConnection();
        }
    }

    private void closeConnection() {
        try {
            groupCommit.close();
        } catch (SQLException e) {
            LOG.warn("The appender's connection did not close cleanly", e);
        }
    }

    /** Commits what waits, then stops. */
    @Override
    public void close() throws InterruptedException {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            queue.add(STOP);
        }
        thread.join(timeout);
    }
}
