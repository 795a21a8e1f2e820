package dev.kiwi.query.session;

import dev.kiwi.api.account.ListPasskeys;
import dev.kiwi.api.account.PasskeyList;
import dev.kiwi.api.account.PasskeyList.PasskeyView;
import dev.kiwi.api.session.ExpireSession;
import dev.kiwi.api.session.ExpiredSessions;
import dev.kiwi.api.session.ExportSessions;
import dev.kiwi.api.session.FindExpiredSessions;
import dev.kiwi.api.session.IncidentList;
import dev.kiwi.api.session.IncidentList.Incident;
import dev.kiwi.api.session.IsKnownDevice;
import dev.kiwi.api.session.ListIncidents;
import dev.kiwi.api.session.ListSessions;
import dev.kiwi.api.session.SessionList;
import dev.kiwi.api.session.SessionView;
import dev.kiwi.query.dispatch.QueryComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers from {@code session.session}, {@code session.passkey} and {@code session.incident}. */
@QueryComponent
final class SessionQueries {
    private static final String SELECT =
            "select id, device, revoked, created_at, last_used_at, expires_at from session.session ";

    private final JdbcClient jdbc;
    private final Clock clock;

    SessionQueries(DataSource dataSource, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    @QueryHandler
    SessionList list(ListSessions query) {
        return new SessionList(jdbc.sql(SELECT + """
                        where account_id = :account and expires_at > :now and not revoked
                        order by last_used_at desc, id desc""")
                .param("account", query.accountId())
                .param("now", now())
                .query((row, n) -> view(row))
                .list());
    }

    @QueryHandler
    SessionList export(ExportSessions query) {
        return new SessionList(jdbc.sql(SELECT + "where account_id = :account order by created_at, id")
                .param("account", query.accountId())
                .query((row, n) -> view(row))
                .list());
    }

    @QueryHandler
    Boolean isKnown(IsKnownDevice query) {
        return jdbc.sql("""
                        select exists (select from session.session
                        where account_id = :account and device = :device and expires_at > :now)""")
                .param("account", query.accountId())
                .param("device", query.device())
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    @QueryHandler
    ExpiredSessions findExpired(FindExpiredSessions query) {
        return new ExpiredSessions(jdbc.sql("""
                        select id, array(select hash from session.refresh_token where session_id = id) as hashes
                        from session.session where expires_at <= :now order by expires_at limit :most""")
                .param("now", now())
                .param("most", query.atMost())
                .query((row, n) -> new ExpireSession(row.getString("id"), List.of((String[])
                        row.getArray("hashes").getArray())))
                .list());
    }

    @QueryHandler
    IncidentList list(ListIncidents query) {
        return new IncidentList(jdbc.sql("""
                        select i.kind, i.session_id, coalesce(i.device, s.device) as device, i.at
                        from session.incident i left join session.session s on s.id = i.session_id
                        where i.account_id = :account order by i.position desc limit :most""")
                .param("account", query.accountId())
                .param("most", query.atMost())
                .query((row, n) -> new Incident(
                        row.getString("kind"),
                        row.getString("session_id"),
                        row.getString("device"),
                        row.getTimestamp("at").toInstant()))
                .list());
    }

    @QueryHandler
    PasskeyList list(ListPasskeys query) {
        return new PasskeyList(jdbc.sql("""
                        select id, name, synced, created_at, last_used_at from session.passkey
                        where account_id = :account order by id""")
                .param("account", query.accountId())
                .query((row, n) -> passkey(row))
                .list());
    }

    private static PasskeyView passkey(ResultSet row) throws SQLException {
        Timestamp lastUsed = row.getTimestamp("last_used_at");
        return new PasskeyView(
                row.getString("id"),
                row.getString("name"),
                row.getBoolean("synced"),
                row.getTimestamp("created_at").toInstant(),
                lastUsed == null ? null : lastUsed.toInstant());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static SessionView view(ResultSet row) throws SQLException {
        return new SessionView(
                row.getString("id"),
                row.getString("device"),
                row.getBoolean("revoked"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("last_used_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }
}
