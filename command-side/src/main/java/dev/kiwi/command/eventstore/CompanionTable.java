package dev.kiwi.command.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A table beside the event store whose rows can be committed with a command's events. */
public interface CompanionTable<R> {
    /**
     * Writes the rows of a group of commands into the open transaction.
     *
     * @throws dev.kiwi.api.kernel.Refusal when one must not be written: its command is refused, the others are not
     */
    void write(Connection connection, List<R> rows) throws SQLException;
}
