package dev.kiwi.web.token;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code web.token_use}. */
final class TokenUseTable {
    private final JdbcClient jdbc;

    TokenUseTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String tokenId, long count, Instant lastUsed) {
        jdbc.sql("""
                        insert into web.token_use as known (token_id, request_count, last_used_at)
                        values (:id, :count, :at)
                        on conflict (token_id) do update set
                            request_count = known.request_count + excluded.request_count,
                            last_used_at = greatest(known.last_used_at, excluded.last_used_at)""")
                .param("id", tokenId)
                .param("count", count)
                .param("at", Timestamp.from(lastUsed))
                .update();
    }

    Instant countedSince() {
        return jdbc.sql("select at from web.token_use_counted_since")
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    Optional<Instant> lastUse(String tokenId) {
        return jdbc.sql("select last_used_at from web.token_use where token_id = :id")
                .param("id", tokenId)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }
}
