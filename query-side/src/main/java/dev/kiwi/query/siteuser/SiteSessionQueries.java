package dev.kiwi.query.siteuser;

import dev.kiwi.api.session.IncidentList;
import dev.kiwi.api.session.IncidentList.Incident;
import dev.kiwi.api.session.SessionList;
import dev.kiwi.api.session.SessionView;
import dev.kiwi.api.siteuser.ExpireSiteSession;
import dev.kiwi.api.siteuser.ExpiredSiteSessions;
import dev.kiwi.api.siteuser.ExportSiteSessions;
import dev.kiwi.api.siteuser.FindExpiredSiteSessions;
import dev.kiwi.api.siteuser.ListSiteIncidents;
import dev.kiwi.api.siteuser.ListSiteSessions;
import dev.kiwi.query.dispatch.QueryComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers from {@code site_user.session} and {@code site_user.incident}. */
@QueryComponent
final class SiteSessionQueries {
    private static final String SELECT =
            "select id, device, revoked, created_at, last_used_at, expires_at from site_user.session ";

    private final JdbcClient jdbc;
    private final Clock clock;

    SiteSessionQueries(DataSource dataSource, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    @QueryHandler
    SessionList list(ListSiteSessions query) {
        return new SessionList(jdbc.sql(SELECT + """
                        where site_user_id = :user and expires_at > :now and not revoked
                        order by last_used_at desc, id desc""")
                .param("user", query.siteUserId())
                .param("now", now())
                .query((row, n) -> view(row))
                .list());
    }

    @QueryHandler
    SessionList export(ExportSiteSessions query) {
        return new SessionList(jdbc.sql(SELECT + "where site_user_id = :user order by created_at, id")
                .param("user", query.siteUserId())
                .query((row, n) -> view(row))
                .list());
    }

    @QueryHandler
    ExpiredSiteSessions findExpired(FindExpiredSiteSessions query) {
        return new ExpiredSiteSessions(jdbc.sql("""
                        select id, array(select hash from site_user.refresh_token where session_id = id) as hashes
                        from site_user.session where expires_at <= :now order by expires_at limit :most""")
                .param("now", now())
                .param("most", query.atMost())
                .query((row, n) -> new ExpireSiteSession(row.getString("id"), List.of((String[])
                        row.getArray("hashes").getArray())))
                .list());
    }

    @QueryHandler
    IncidentList list(ListSiteIncidents query) {
        return new IncidentList(jdbc.sql("""
                        select i.kind, i.session_id, s.device, i.at
                        from site_user.incident i left join site_user.session s on s.id = i.session_id
                        where i.site_user_id = :user order by i.position desc limit :most""")
                .param("user", query.siteUserId())
                .param("most", query.atMost())
                .query((row, n) -> new Incident(
                        row.getString("kind"),
                        row.getString("session_id"),
                        row.getString("device"),
                        row.getTimestamp("at").toInstant()))
                .list());
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
