package dev.kiwi.projection.machinery;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;

/** The row changes of one batch that nobody has asked for yet, in order; neighbours of one text are sent together. */
final class RowBatch {
    private final Connection connection;
    private final List<Change> changes = new ArrayList<>();

    RowBatch(Connection connection) {
        this.connection = connection;
    }

    void add(String sql, @Nullable Object[] values) {
        changes.add(new Change(sql, values));
    }

    int size() {
        return changes.size();
    }

    /** Forgets what a failed handler has added. */
    void truncate(int size) {
        changes.subList(Math.min(size, changes.size()), changes.size()).clear();
    }

    void flush() {
        if (changes.isEmpty()) {
            return;
        }
        List<Change> sent = List.copyOf(changes);
        changes.clear();
        for (int from = 0, to; from < sent.size(); from = to) {
            to = from + 1;
            while (to < sent.size() && sent.get(to).sql().equals(sent.get(from).sql())) {
                to++;
            }
            send(sent.subList(from, to));
        }
    }

    private void send(List<Change> run) {
        String sql = run.getFirst().sql();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Change change : run) {
                for (int i = 0; i < change.values().length; i++) {
                    statement.setObject(i + 1, change.values()[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new UncategorizedSQLException("projecting", sql, refusal(e));
        }
    }

    /** The driver's own message has the values in it, and it ends in a letter. */
    private static SQLException refusal(SQLException e) {
        return e instanceof BatchUpdateException && e.getCause() instanceof SQLException cause ? cause : e;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Change(String sql, @Nullable Object[] values) {}
}
