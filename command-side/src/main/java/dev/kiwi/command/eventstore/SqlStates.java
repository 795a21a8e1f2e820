package dev.kiwi.command.eventstore;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What an SQL error means to the event store. */
public final class SqlStates {
    private SqlStates() {}

    /** True when the server is away, going away or not up yet, so that trying again later makes sense. */
    public static boolean isUnavailable(@Nullable Throwable error) {
        for (Throwable e = error; e != null; e = e.getCause()) {
            if (e instanceof SQLTransientConnectionException) {
                return true;
            }
            // 08: connection; 57P: shut down, crash, cannot connect now; 53: out of resources; 55P03: lock time-out.
            if (e instanceof SQLException sql && state(sql).matches("08.*|57P.*|53.*|55P03|57014|25P03")) {
                return true;
            }
        }
        return false;
    }

    static boolean isUniqueViolation(SQLException error) {
        return state(error).equals("23505");
    }

    /** Name of the violated constraint; empty when the server did not say. */
    static String constraint(SQLException error) {
        for (Throwable e = error;
                e != null;
                e = e instanceof SQLException s && s.getNextException() != null ? s.getNextException() : e.getCause()) {
            if (e instanceof PSQLException postgres) {
                ServerErrorMessage message = postgres.getServerErrorMessage();
                if (message != null && message.getConstraint() != null) {
                    return message.getConstraint();
                }
            }
        }
        return "";
    }

    private static String state(SQLException error) {
        return error.getSQLState() == null ? "" : error.getSQLState();
    }
}
