package dev.kiwi.query.token;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.token.FindToken;
import dev.kiwi.api.token.ListTokens;
import dev.kiwi.api.token.Revocation;
import dev.kiwi.api.token.TokenList;
import dev.kiwi.api.token.TokenView;
import dev.kiwi.query.dispatch.QueryComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers from {@code token.token}, with the use counted in {@code web.token_use}. */
@QueryComponent
final class TokenQueries {
    // A rotation clears the last use.
    private static final String SELECT = """
            select id, account_id, name, prefix, scopes, allowed_ips, disabled, revoked_at, revoke_reason, created_at,
                rotated_at, old_secret_until, expires_at, coalesce(u.request_count, 0) as request_count,
                case when rotated_at is null or u.last_used_at > rotated_at then u.last_used_at end as last_used_at
            from token.token left join web.token_use u on u.token_id = id
            """;

    private final JdbcClient jdbc;

    TokenQueries(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @QueryHandler
    TokenView find(FindToken query) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", query.tokenId())
                .query((row, n) -> view(row))
                .optional()
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such token."));
    }

    @QueryHandler
    TokenList list(ListTokens query) {
        // Ids sort by creation, but only within a second; the time of minting comes first.
        return new TokenList(jdbc.sql(SELECT + "where account_id = :account order by created_at, id")
                .param("account", query.accountId())
                .query((row, n) -> view(row))
                .list());
    }

    private static TokenView view(ResultSet row) throws SQLException {
        Instant revokedAt = instant(row, "revoked_at");
        return new TokenView(
                row.getString("id"),
                row.getString("account_id"),
                row.getString("name"),
                row.getString("prefix"),
                row.getLong("scopes"),
                List.of((String[]) row.getArray("allowed_ips").getArray()),
                row.getBoolean("disabled"),
                revokedAt == null ? null : new Revocation(row.getString("revoke_reason"), revokedAt),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "last_used_at"),
                instant(row, "rotated_at"),
                instant(row, "old_secret_until"),
                instant(row, "expires_at"),
                row.getLong("request_count"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
