package dev.kiwi.query.account;

import dev.kiwi.api.account.AccountExport;
import dev.kiwi.api.account.AccountView;
import dev.kiwi.api.account.ExportAccount;
import dev.kiwi.api.account.FindAccount;
import dev.kiwi.api.account.FindEmails;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.query.dispatch.QueryComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers from {@code account.account}. */
@QueryComponent
final class AccountQueries {
    private final JdbcClient jdbc;

    AccountQueries(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @QueryHandler
    AccountView find(FindAccount query) {
        return jdbc.sql("""
                        select id, email, display_name, is_active, is_verified, is_superuser, roles,
                            created_at, last_login_at
                        from account.account where id = :id""")
                .param("id", query.accountId())
                .query((row, n) -> view(row))
                .optional()
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such account."));
    }

    @QueryHandler
    AccountExport export(ExportAccount query) {
        return jdbc.sql("""
                        select id, email, display_name, is_active, is_verified, is_superuser, roles, github_linked,
                            created_at, last_login_at
                        from account.account where id = :id""")
                .param("id", query.accountId())
                .query((row, n) -> export(view(row), row.getBoolean("github_linked")))
                .optional()
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such account."));
    }

    private static AccountExport export(AccountView account, boolean githubLinked) {
        return new AccountExport(
                account.id(),
                account.email(),
                account.displayName(),
                account.verified(),
                account.superuser(),
                account.roles(),
                githubLinked,
                account.createdAt(),
                account.lastLoginAt());
    }

    @QueryHandler
    FindEmails.Emails find(FindEmails query) {
        Map<String, String> emails = new HashMap<>();
        if (!query.accountIds().isEmpty()) {
            jdbc.sql("select id, email from account.account where id in (:ids)")
                    .param("ids", query.accountIds())
                    .query(row -> {
                        emails.put(row.getString("id"), row.getString("email"));
                    });
        }
        return new FindEmails.Emails(emails);
    }

    private static AccountView view(ResultSet row) throws SQLException {
        Timestamp lastLogin = row.getTimestamp("last_login_at");
        return new AccountView(
                row.getString("id"),
                row.getString("email"),
                row.getString("display_name"),
                row.getBoolean("is_active"),
                row.getBoolean("is_verified"),
                row.getBoolean("is_superuser"),
                List.of((String[]) row.getArray("roles").getArray()),
                row.getTimestamp("created_at").toInstant(),
                lastLogin == null ? null : lastLogin.toInstant());
    }
}
