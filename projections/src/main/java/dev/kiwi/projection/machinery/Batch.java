package dev.kiwi.projection.machinery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the handlers of one batch share beside their JDBC transaction, and how a failure is undone.
 *
 * <p>A batch starts hopeful, with one savepoint at its beginning. The first failure goes back to it and runs the same
 * events again carefully, each behind a savepoint of its own: a failing event then leaves no row, and the transaction
 * stays fit to take its letter. The happy path pays for one savepoint a batch, not one an event.
 */
final class Batch implements TransactionSynchronization {
    private final DataSource dataSource;
    private final Runnable changed;
    private final Connection connection;
    private final MongoBatch mongo;
    private final RowBatch rows;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<Step> passed = new ArrayList<>();
    private final Mark start;
    private boolean careful;
    private int marks;
    private @Nullable Runnable beforeCommit;

    private Batch(Version version, DataSource dataSource, MongoStore mongoStore, Consumer<String> changed)
            throws SQLException {
        this.dataSource = dataSource;
        this.changed = () -> changed.accept(version.processor());
        this.connection = DataSourceUtils.getConnection(dataSource);
        this.mongo = new MongoBatch(mongoStore, version);
        this.rows = new RowBatch(connection);
        this.start = nextMark();
        // The settings before the savepoint: going back to it would also undo them. All in one round trip.
        execute(settings(version) + "savepoint " + start.savepoint());
    }

    private static String settings(Version version) {
        return version.definition().storage() == ProjectionDefinition.Storage.POSTGRES
                ? "set local search_path to \"" + version.processor() + "\", public; " + durability(version)
                : "";
    }

    /**
     * Rows and position go together in any crash, and what it takes back is read from the events again; so nobody waits for
     * the disk twice. What a process manager has queued may have had its effect, which must not happen again.
     */
    private static String durability(Version version) {
        return version.definition().isProcess() ? "" : "set local synchronous_commit = off; ";
    }

    /**
     * The batch of the running transaction, begun by the first who asks.
     *
     * @param changed told the version's name once its rows are committed
     */
    static Batch join(Version version, DataSource dataSource, MongoStore mongoStore, Consumer<String> changed) {
        Batch bound = bound();
        if (bound != null) {
            return bound;
        }
        try {
            Batch batch = new Batch(version, dataSource, mongoStore, changed);
            TransactionSynchronizationManager.bindResource(Batch.class, batch);
            TransactionSynchronizationManager.registerSynchronization(batch);
            return batch;
        } catch (SQLException e) {
            throw new BatchBroken(e);
        }
    }

    static Batch current() {
        Batch bound = bound();
        if (bound == null) {
            throw new IllegalStateException("A read model can only be written by a projector that handles an event");
        }
        return bound;
    }

    /** The batch of the running transaction; null while no event of it was handled. */
    static @Nullable Batch bound() {
        return (Batch) TransactionSynchronizationManager.getResource(Batch.class);
    }

    Connection connection() {
        return connection;
    }

    MongoBatch mongo() {
        return mongo;
    }

    RowBatch rows() {
        return rows;
    }

    boolean isCareful() {
        return careful;
    }

    /** From here on every event is guarded by its own savepoint. */
    void beCareful() {
        careful = true;
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void beforeCommit(Runnable action) {
        beforeCommit = action;
    }

    /** Runs one event; on the first failure of the batch, all its events so far again, one by one. */
    void run(Step step) throws Exception {
        if (careful) {
            step.run();
            return;
        }
        passed.add(step);
        try {
            step.run();
        } catch (FirstFailure _) {
            repeatCarefully();
        }
    }

    /** Sends what is collected; a refused write repeats the batch carefully, so that only its event is parked. */
    void finish() throws Exception {
        try {
            send();
        } catch (RuntimeException e) {
            if (careful || PassingFault.isCauseOf(e)) {
                throw new BatchBroken(e);
            }
            repeatCarefully();
        }
    }

    /** Sends what is collected. */
    void send() {
        rows.flush();
        mongo.flush();
    }

    private void repeatCarefully() throws Exception {
        backTo(start);
        careful = true;
        for (Step each : passed) {
            each.run();
        }
        passed.clear();
    }

    Mark mark() {
        Mark mark = nextMark();
        executeOrBreak("savepoint " + mark.savepoint());
        return mark;
    }

    private Mark nextMark() {
        return new Mark("mark_" + marks++, rows.size(), mongo.size(), afterCommit.size());
    }

    void release(Mark mark) {
        executeOrBreak("release savepoint " + mark.savepoint());
    }

    private void executeOrBreak(String sql) {
        try {
            execute(sql);
        } catch (SQLException e) {
            throw new BatchBroken(e);
        }
    }

    /** Prepared, so that the connection and its server keep what they have parsed. */
    private void execute(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    void backTo(Mark mark) {
        executeOrBreak("rollback to savepoint " + mark.savepoint());
        rows.truncate(mark.rowChanges());
        mongo.truncate(mark.mongoWrites());
        afterCommit.subList(mark.actions(), afterCommit.size()).clear();
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        send();
        if (beforeCommit != null) {
            beforeCommit.run();
        }
    }

    @Override
    public void afterCommit() {
        changed.run();
        afterCommit.forEach(Runnable::run);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(Batch.class);
        DataSourceUtils.releaseConnection(connection, dataSource);
    }

    interface Step {
        void run() throws Exception;
    }

    record Mark(String savepoint, int rowChanges, int mongoWrites, int actions) {}

    /** Leaves Axon's dead-letter invoker untouched: it parks exceptions, and this one asks for a second try. */
    static final class FirstFailure extends Error {
        private static final long serialVersionUID = 1L;

        FirstFailure(Throwable cause) {
            super(cause.toString(), cause, false, false);
        }
    }

    /** The transaction or a store cannot go on: nothing may be parked, the whole batch is repeated later. */
    static final class BatchBroken extends Error {
        private static final long serialVersionUID = 1L;

        BatchBroken(Throwable cause) {
            super(String.valueOf(cause.getMessage()), cause);
        }
    }
}
