package dev.kiwi.query.session;

import dev.kiwi.api.session.ExportSessions;
import dev.kiwi.api.session.SessionExport;
import dev.kiwi.query.dispatch.QueryComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything in {@code session.session} that belongs to one account. */
@QueryComponent
final class SessionExportQueries {
    private final JdbcClient jdbc;

    SessionExportQueries(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @QueryHandler
    SessionExport export(ExportSessions query) {
        return new SessionExport(jdbc.sql("""
                        select id, device, revoked, created_at, last_used_at, expires_at
                        from session.session where account_id = :account order by created_at, id""")
                .param("account", query.accountId())
                .query((row, n) -> item(row))
                .list());
    }

    private static SessionExport.Item item(ResultSet row) throws SQLException {
        return new SessionExport.Item(
                row.getString("id"),
                row.getString("device"),
                row.getBoolean("revoked"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("last_used_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }
}
