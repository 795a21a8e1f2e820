package dev.kiwi.query.usage;

import dev.kiwi.api.usage.ListThrottledTokens;
import dev.kiwi.api.usage.ThrottledTokens;
import dev.kiwi.query.dispatch.QueryComponent;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts refusals by token, from the log: they are few, and their index knows only them. */
@QueryComponent
final class ThrottledTokenQueries {
    private final JdbcClient jdbc;
    private final Clock clock;

    ThrottledTokenQueries(DataSource dataSource, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    @QueryHandler
    ThrottledTokens list(ListThrottledTokens query) {
        OffsetDateTime from =
                clock.instant().minus(Duration.ofHours(query.hours())).atOffset(ZoneOffset.UTC);
        return new ThrottledTokens(jdbc.sql("""
                        select l.token_id, l.hits, a.email, t.name, t.prefix
                        from (
                            select token_id, min(user_id) as user_id, count(*) as hits
                            from telemetry.usage_event
                            where errors and status_code = 429 and hour >= :begun and created_at >= :from
                            group by token_id order by hits desc, token_id limit :top
                        ) l
                        left join account.account a on a.id = l.user_id
                        left join token.token t on t.id = l.token_id
                        order by l.hits desc, l.token_id""")
                .param("from", from)
                .param("begun", from.truncatedTo(ChronoUnit.HOURS))
                .param("top", query.top())
                .query((row, n) -> new ThrottledTokens.Token(
                        row.getString("token_id"),
                        row.getLong("hits"),
                        row.getString("email"),
                        row.getString("name"),
                        row.getString("prefix")))
                .list());
    }
}
