package dev.kiwi.command.status;

import dev.kiwi.api.status.ServerStatus;
import java.sql.Timestamp;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The row of {@code es.server_status}: what the last cycle found, for the reads of every node. */
final class ServerStatusTable {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final JdbcClient sql;

    ServerStatusTable(DataSource dataSource) {
        this.sql = JdbcClient.create(dataSource);
    }

    /** @return whether nobody has stored what was found later */
    boolean store(ServerStatus status, Instant checkedAt) {
        return sql.sql("""
                        insert into es.server_status as known (checked_at, snapshot) values (:at, :snapshot)
                        on conflict (only_one) do update set checked_at = :at, snapshot = :snapshot
                        where known.checked_at <= :at""")
                        .param("at", Timestamp.from(checkedAt))
                        .param("snapshot", JSON.writeValueAsString(status))
                        .update()
                > 0;
    }
}
