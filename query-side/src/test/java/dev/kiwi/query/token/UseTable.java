package dev.kiwi.query.token;

import java.sql.Timestamp;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code web.token_use}, which the web fills. */
final class UseTable {
    private UseTable() {}

    static void create(DataSource dataSource) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        jdbc.sql("create schema web").update();
        jdbc.sql("create table web.token_use (token_id text primary key, request_count bigint not null,"
                        + " last_used_at timestamptz not null)")
                .update();
    }

    static void used(DataSource dataSource, String id, long count, Instant at) {
        JdbcClient.create(dataSource)
                .sql("""
                        insert into web.token_use values (:id, :count, :at) on conflict (token_id) do update
                        set request_count = excluded.request_count, last_used_at = excluded.last_used_at""")
                .param("id", id)
                .param("count", count)
                .param("at", Timestamp.from(at))
                .update();
    }
}
