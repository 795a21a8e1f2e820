package dev.kiwi.command.eventstore;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Loses the connection at the next commit, before or after the server has done it; or refuses connections. */
final class FaultyDataSource extends DelegatingDataSource {
    enum Fault {
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    private final AtomicReference<Fault> next = new AtomicReference<>();
    private volatile boolean away;

    FaultyDataSource(DataSource target) {
        super(target);
    }

    void next(Fault fault) {
        next.set(fault);
    }

    /** While away, nobody gets a connection. */
    void away(boolean isAway) {
        away = isAway;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (away) {
            throw lost();
        }
        Connection real = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        fail(real);
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void fail(Connection real) throws SQLException {
        Fault fault = next.getAndSet(null);
        if (fault == Fault.AFTER_COMMIT) {
            real.commit();
        }
        if (fault != null) {
            real.abort(Runnable::run);
            throw lost();
        }
    }

    private static SQLException lost() {
        return new SQLException("the connection was lost", "08006");
    }
}
