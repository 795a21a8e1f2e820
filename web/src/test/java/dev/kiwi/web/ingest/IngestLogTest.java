package dev.kiwi.web.ingest;

import static dev.kiwi.web.app.RunningKiwi.json;
import static dev.kiwi.web.fixture.Dumps.anchor;
import static dev.kiwi.web.fixture.Dumps.board;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.fixture.Dumps;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** platform.md 15.3. */
@ExtendWith(WithKiwi.class)
class IngestLogTest {
    private static final String URI = "/admin/ingest/log";
    private static final String INSERT = "/v1/leaderboards/insert";
    private static final String RESET = "/v1/leaderboards/reset";

    private final RunningKiwi kiwi;
    private final Account bot;
    private final WebTestClient session;

    IngestLogTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.bot = kiwi.superuser();
        this.session = kiwi.with(bot.session());
    }

    private List<JsonNode> own(String query) {
        return json(session.get().uri(URI + query))
                .valueStream()
                .filter(row -> row.path("user_email").asString("").equals(bot.email()))
                .toList();
    }

    @Test
    void showsSubmissionsNewestFirst() {
        long anchor = anchor(1, 12);
        String query = "?sync=true&timestamp=" + anchor;
        String dump = board(7060, "A", "1;Mira;2");
        json(Dumps.post(kiwi.with(kiwi.token(bot)), query, dump), 200);
        json(Dumps.post(session, query, dump), 200);
        json(session.post().uri(RESET));
        await().atMost(Duration.ofSeconds(20)).until(() -> own("").size() == 3);

        List<JsonNode> rows = own("");
        assertThat(rows.stream().map(row -> row.path("endpoint").stringValue())).containsExactly(RESET, INSERT, INSERT);
        assertThat(rows)
                .allMatch(row ->
                        row.path("success").booleanValue() && row.path("error").isNull());
        JsonNode first = rows.getLast();
        assertThat(first.path("auth_via").stringValue()).isEqualTo("token");
        assertThat(first.path("token_name").stringValue()).isEqualTo("bot");
        assertThat(first.at("/summary/anchor").longValue()).isEqualTo(anchor);
        assertThat(first.at("/summary/bytes").intValue()).isEqualTo(dump.length());
        assertThat(first.at("/summary/cleared_before_insert").intValue()).isZero();
        assertThat(rows.get(1).path("auth_via").stringValue()).isEqualTo("session");
        assertThat(rows.get(1).at("/summary/cleared_before_insert").intValue()).isEqualTo(1);

        assertThat(own("?endpoint=" + RESET)).hasSize(1);
        assertThat(own("?limit=1")).containsExactly(rows.getFirst());
        assertThat(own("?endpoint=/nothing")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=201", "?limit=x"})
    void refusesALimitThatIsNone(String query) {
        json(session.get().uri(URI + query).exchange(), 422);
    }

    @Test
    void isForAdministratorsOnly() {
        json(kiwi.client().get().uri(URI).exchange(), 401);
        json(kiwi.with(kiwi.token(bot)).get().uri(URI).exchange(), 401);
        json(kiwi.with(kiwi.account().session()).get().uri(URI).exchange(), 403);
    }
}
