package dev.kiwi.command.eventstore.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** All events from a position on, in order, by a cursor: only one fetch is in memory. */
final class EventRows implements AutoCloseable {
    private static final String SQL = """
            select global_index, event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
                   payload_type, payload_revision, payload, meta_data, chain
              from es.event where global_index >= ? order by global_index""";

    private final PreparedStatement statement;
    private final ResultSet result;

    /** @param connection with auto-commit off, or the driver would load everything at once */
    EventRows(Connection connection, long from) throws SQLException {
        statement = connection.prepareStatement(SQL);
        statement.setFetchSize(500);
        statement.setLong(1, from);
        result = statement.executeQuery();
    }

    boolean next() throws SQLException {
        return result.next();
    }

    ChainedEvent event() throws SQLException {
        return new ChainedEvent(
                result.getLong(1),
                result.getString(2),
                result.getString(3),
                result.getLong(4),
                result.getString(5),
                result.getObject(6, OffsetDateTime.class).toInstant(),
                result.getString(7),
                result.getString(8),
                result.getBytes(9),
                result.getBytes(10));
    }

    byte[] chain() throws SQLException {
        return result.getBytes(11);
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
