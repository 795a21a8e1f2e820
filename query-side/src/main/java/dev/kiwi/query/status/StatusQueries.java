package dev.kiwi.query.status;

import dev.kiwi.api.status.FindServerStatus;
import dev.kiwi.api.status.GetStatusHistory;
import dev.kiwi.api.status.ServerStatus;
import dev.kiwi.api.status.StatusHistory;
import dev.kiwi.query.dispatch.QueryComponent;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Answers from {@code es.server_status}, the last probe, and {@code feed.server_time}. */
@QueryComponent
final class StatusQueries {
    /** After so long without a probe nobody knows. */
    private static final Duration GOOD_FOR = Duration.ofSeconds(600);

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final JdbcClient jdbc;

    StatusQueries(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @QueryHandler
    ServerStatus now(FindServerStatus query) {
        return jdbc.sql("select snapshot from es.server_status where checked_at > ?")
                .param(Timestamp.from(query.now().minus(GOOD_FOR)))
                .query(String.class)
                .optional()
                .map(json -> JSON.readValue(json, ServerStatus.class))
                .orElse(ServerStatus.UNKNOWN);
    }

    @QueryHandler
    StatusHistory history(GetStatusHistory query) {
        Window window =
                new Window(query.environment().key(), query.days(), query.now().getEpochSecond());
        return window.history(jdbc.sql("""
                        select status, online, started_at, ended_at from feed.server_time
                        where environment = ? and (ended_at is null or ended_at > ?)
                        order by started_at""")
                .params(query.environment().key(), Timestamp.from(Instant.ofEpochSecond(window.start())))
                .query((row, n) -> {
                    Timestamp ended = row.getTimestamp("ended_at");
                    return new Window.Time(
                            row.getString("status"),
                            row.getBoolean("online"),
                            row.getTimestamp("started_at").toInstant().getEpochSecond(),
                            ended == null ? null : ended.toInstant().getEpochSecond());
                })
                .list());
    }
}
