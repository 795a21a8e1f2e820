package dev.kiwi.query.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.account.AccountEvent.AccountRegistered;
import dev.kiwi.api.token.TokenEvent.TokenMinted;
import dev.kiwi.api.usage.SummarizeUsers;
import dev.kiwi.api.usage.UserSummaries.User;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.embedded.TestStores.Database;
import dev.kiwi.projection.account.AccountProjector;
import dev.kiwi.projection.token.TokenProjector;
import dev.kiwi.query.readmodel.PostgresReadModel;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class UserSummaryQueriesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:20:30.123Z");

    private final Database database = TestStores.freshDatabase();
    private final PostgresReadModel accounts =
            PostgresReadModel.in(database, "account", "projection/account.sql", AccountProjector::new);
    private final PostgresReadModel tokens =
            PostgresReadModel.in(database, "token", "projection/token.sql", TokenProjector::new);
    private final JdbcClient sql = JdbcClient.create(database.dataSource());
    private final UserSummaryQueries queries =
            new UserSummaryQueries(database.dataSource(), Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void twoAccountsAndTheTokensOfOne() {
        sql.sql("create schema web").update();
        sql.sql("create table web.token_use (token_id text primary key, request_count bigint not null,"
                        + " last_used_at timestamptz not null)")
                .update();
        register("bob", NOW.minusSeconds(1));
        register("ada", NOW.minusSeconds(2));
        mint("t1");
        mint("t2");
        mint("t3");
        use("t1", 7, NOW.minusSeconds(5));
        use("t2", 3, NOW.minusSeconds(4));
        Usage usage = new Usage(database.dataSource());
        usage.request(NOW.minus(Duration.ofDays(8)), "ada", 429);
        usage.request(NOW.minus(Duration.ofDays(6)), "ada", 429);
        usage.request(NOW.minus(Duration.ofDays(6)), "ada", 403);
        usage.project();
        usage.request(NOW, "ada", 429);
    }

    private void register(String id, Instant at) {
        accounts.apply(
                "account:" + id,
                new AccountRegistered(id, id + "@kiwi.example", null, "Name of " + id, null, true, false, at));
    }

    private void mint(String id) {
        tokens.apply(
                "token:" + id, new TokenMinted(id, "ada", "name", "kiwi_" + id, "hash " + id, 0, List.of(), NOW, null));
    }

    private void use(String token, long count, Instant last) {
        sql.sql("insert into web.token_use values (?, ?, ?)")
                .params(token, count, Timestamp.from(last))
                .update();
    }

    private static User user(String id, Instant createdAt, long tokens, long requests, Instant lastUsed, long limited) {
        return new User(
                id,
                id + "@kiwi.example",
                "Name of " + id,
                true,
                true,
                false,
                createdAt,
                null,
                tokens,
                requests,
                lastUsed,
                limited);
    }

    @Test
    void everybodyIsThereOldestFirstWithWhatTheTokensDid() {
        assertThat(queries.summarize(new SummarizeUsers(null, 30)).items())
                .containsExactly(
                        user("ada", NOW.minusSeconds(2), 3, 10, NOW.minusSeconds(4), 3),
                        user("bob", NOW.minusSeconds(1), 0, 0, null, 0));
    }

    @Test
    void limitsThatWereMetCountInTheWindowOnly() {
        assertThat(queries.summarize(new SummarizeUsers("ada", 7)).items())
                .extracting(User::rateLimited)
                .containsExactly(2L);
        assertThat(queries.summarize(new SummarizeUsers("nobody", 7)).items()).isEmpty();
    }
}
