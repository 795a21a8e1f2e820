package dev.kiwi.query.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.account.AccountEvent.AccountRegistered;
import dev.kiwi.api.token.TokenEvent.TokenMinted;
import dev.kiwi.api.usage.ListThrottledTokens;
import dev.kiwi.api.usage.ThrottledTokens.Token;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.embedded.TestStores.Database;
import dev.kiwi.projection.account.AccountProjector;
import dev.kiwi.projection.token.TokenProjector;
import dev.kiwi.query.readmodel.PostgresReadModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThrottledTokenQueriesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:20:30.123Z");

    private final Database database = TestStores.freshDatabase();
    private final PostgresReadModel accounts =
            PostgresReadModel.in(database, "account", "projection/account.sql", AccountProjector::new);
    private final PostgresReadModel tokens =
            PostgresReadModel.in(database, "token", "projection/token.sql", TokenProjector::new);
    private final ThrottledTokenQueries queries =
            new ThrottledTokenQueries(database.dataSource(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void whoMetTheLimitMostOftenInTheWindowComesFirst() {
        accounts.apply(
                "account:ada", new AccountRegistered("ada", "ada@kiwi.example", null, null, null, true, false, NOW));
        tokens.apply(
                "token:t-ada", new TokenMinted("t-ada", "ada", "bot", "kiwi_abc", "hash", 0, List.of(), NOW, null));
        Usage usage = new Usage(database.dataSource());
        usage.request(NOW.minus(Duration.ofHours(25)), "ada", 429);
        usage.request(NOW.minus(Duration.ofHours(23)), "ada", 429);
        usage.request(NOW, "ada", 429);
        usage.request(NOW, "ada", 200);
        usage.request(NOW, "gone", 429);
        assertThat(queries.list(new ListThrottledTokens(24, 50)).items())
                .containsExactly(
                        new Token("t-ada", 2, "ada@kiwi.example", "bot", "kiwi_abc"),
                        new Token("t-gone", 1, null, null, null));
        assertThat(queries.list(new ListThrottledTokens(24, 1)).items()).hasSize(1);
    }
}
