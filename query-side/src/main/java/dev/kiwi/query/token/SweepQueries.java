package dev.kiwi.query.token;

import dev.kiwi.api.token.FindEndedOverlaps;
import dev.kiwi.api.token.FindExpiringTokens;
import dev.kiwi.api.token.FindInactiveTokens;
import dev.kiwi.api.token.TokenIds;
import dev.kiwi.query.dispatch.QueryComponent;
import java.sql.Timestamp;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tokens that are due for something; what is done then is the token's own decision (platform.md 19.1, 19.2). */
@QueryComponent
final class SweepQueries {
    private final JdbcClient jdbc;

    SweepQueries(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @QueryHandler
    TokenIds find(FindInactiveTokens query) {
        return ids("""
                select id from token.token left join web.token_use u on u.token_id = id
                where revoked_at is null and greatest(created_at, rotated_at, u.last_used_at) < :since order by id""", Map.of("since", Timestamp.from(query.since())));
    }

    @QueryHandler
    TokenIds find(FindExpiringTokens query) {
        return ids("""
                select id from token.token
                where revoked_at is null and not expiry_warned and expires_at between :from and :to order by id""", Map.of("from", Timestamp.from(query.from()), "to", Timestamp.from(query.to())));
    }

    @QueryHandler
    TokenIds find(FindEndedOverlaps query) {
        return ids(
                "select id from token.token where revoked_at is null and old_secret_until < :at order by id",
                Map.of("at", Timestamp.from(query.at())));
    }

    private TokenIds ids(String sql, Map<String, Timestamp> moments) {
        return new TokenIds(jdbc.sql(sql)
                .params(moments)
                .query((row, n) -> row.getString("id"))
                .list());
    }
}
