package dev.kiwi.command.eventstore;

import dev.kiwi.api.kernel.Refusal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits groups, one at a time. A group that fails is rolled back and each of its commands is tried alone, so that
 * only the guilty one fails. A commit whose answer was lost is looked up before anybody is answered.
 */
final class GroupCommit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final Duration LOOK_UP_FOR = Duration.ofSeconds(8);

    private final DataSource dataSource;
    private final Clock clock;
    private final KnownHead head;
    private final LongAdder lost = new LongAdder();
    private volatile boolean failing;
    private volatile @Nullable AppendConnection connection;

    GroupCommit(DataSource dataSource, Clock clock, KnownHead head) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.head = head;
    }

    /** Completes every command of the group, one way or the other. */
    void commit(List<PendingAppend> group) {
        long[] positions;
        long before = head.arrivals();
        try {
            positions = new GroupWriter(connected(), clock.instant()).write(group);
        } catch (SQLException | RuntimeException e) {
            rolledBack(group, e);
            return;
        } catch (Error e) {
            rolledBack(group, new IllegalStateException("The appender failed; nothing was committed", e));
            return;
        }
        try {
            connected().commit();
            head.committed(positions[positions.length - 1], before);
            complete(group, positions);
        } catch (SQLException e) {
            lookUp(group, positions, e);
        }
    }

    private AppendConnection connected() throws SQLException {
        AppendConnection current = connection;
        if (current == null) {
            current = new AppendConnection(dataSource);
            connection = current;
        }
        return current;
    }

    private void rolledBack(List<PendingAppend> group, Exception failure) {
        if (failure instanceof SQLException && SqlStates.isUnavailable(failure) || !rollback()) {
            disconnect();
            LOG.warn("{} commands were not committed: {}", group.size(), failure.getMessage());
            lose(group, new EventStoreUnavailableException("The database is away; nothing was committed", failure));
        } else if (group.size() == 1) {
            fail(group, explain(group.getFirst(), failure));
        } else {
            group.forEach(append -> commit(List.of(append)));
        }
    }

    private boolean rollback() {
        try {
            if (connection != null) {
                connection.rollback();
            }
            return true;
        } catch (SQLException e) {
            LOG.warn("The appender's connection was lost: {}", e.getMessage());
            return false;
        }
    }

    /** The commit was sent and its answer was lost: the group is there as a whole, or not at all. */
    private void lookUp(List<PendingAppend> group, long[] positions, SQLException lost) {
        LOG.warn("The answer to a commit of {} commands was lost; looking it up", group.size(), lost);
        disconnect();
        Optional<String> witness = group.stream()
                .flatMap(append -> append.events().stream())
                .map(NewEvent::eventId)
                .findFirst();
        long deadline = System.nanoTime() + LOOK_UP_FOR.toNanos();
        while (witness.isPresent() && System.nanoTime() < deadline) {
            try {
                if (connected().find(witness.get()) > 0) {
                    head.arrived();
                    complete(group, positions);
                } else {
                    lose(
                            group,
                            new EventStoreUnavailableException("The database went away; nothing was committed", lost));
                }
                return;
            } catch (SQLException | RuntimeException e) {
                disconnect();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
        lose(group, new EventStoreUnavailableException("The database went away; the outcome is unknown", lost));
    }

    private void complete(List<PendingAppend> group, long[] positions) {
        failing = false;
        for (int i = 0; i < positions.length; i++) {
            group.get(i).done().complete(positions[i]);
        }
    }

    private void lose(List<PendingAppend> group, EventStoreUnavailableException failure) {
        lost.add(group.size());
        failing = true;
        fail(group, failure);
    }

    /** True when a notification came from the connection that commits; what came over a former one is everybody's. */
    boolean isOwn(int backend) {
        AppendConnection current = connection;
        return current != null && current.backend() == backend;
    }

    /** Commands that failed because the database was away. */
    long lost() {
        return lost.sum();
    }

    boolean isFailing() {
        return failing;
    }

    private static void fail(List<PendingAppend> group, RuntimeException failure) {
        group.forEach(append -> append.done().completeExceptionally(failure));
    }

    private static RuntimeException explain(PendingAppend append, Exception failure) {
        if (failure instanceof Refusal refusal) {
            return refusal;
        }
        if (failure instanceof SQLException sql
                && SqlStates.isUniqueViolation(sql)
                && SqlStates.constraint(sql).equals("event_aggregate_sequence_key")) {
            NewEvent first = append.events().getFirst();
            String where = first.aggregateId() + " at sequence " + first.sequence();
            return first.sequence() == 0
                    ? new AggregateStreamCreationException("There is an aggregate already: " + where, failure)
                    : new ConcurrencyException("Another command was faster: " + where, failure);
        }
        return failure instanceof RuntimeException runtime
                ? runtime
                : new EventStoreException("The events could not be stored", failure);
    }

    private void disconnect() {
        try {
            close();
        } catch (SQLException e) {
            LOG.debug("A broken connection did not close cleanly", e);
        }
    }

    @Override
    public void close() throws SQLException {
        AppendConnection current = connection;
        connection = null;
        if (current != null) {
            current.close();
        }
    }
}
