package dev.kiwi.web.market;

import static dev.kiwi.web.app.RunningKiwi.json;
import static dev.kiwi.web.fixture.Scrapes.listing;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.fixture.Scrapes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import tools.jackson.databind.JsonNode;

/** market.md 5, one test a status. */
@ExtendWith(WithKiwi.class)
class ScrapeInsertTest {
    private final long now = Instant.now().getEpochSecond();
    private final RunningKiwi kiwi;
    private final Account bot;
    private final WebTestClient poster;

    ScrapeInsertTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.bot = kiwi.superuser();
        this.poster = kiwi.with(bot.session());
    }

    /** The only row of this test's account. */
    private JsonNode logged() {
        List<JsonNode> rows =
                Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::rows, found -> !found.isEmpty());
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private List<JsonNode> rows() {
        return json(poster.get().uri("/admin/ingest/log?endpoint=/v1/market/insert&limit=200"))
                .valueStream()
                .filter(row -> row.path("user_email").asString("").equals(bot.email()))
                .toList();
    }

    private void expectFailureLogged() {
        JsonNode row = logged();
        assertThat(row.path("success").booleanValue()).isFalse();
        assertThat(row.path("error").stringValue()).isNotEmpty();
    }

    @Test
    void answersWithWhatBecameOfIt() {
        String scrape = listing(now, "Glim", 5, 10) + listing(now, "Left Sock of Luxion", 1, 10) + "noise;;;\n";
        JsonNode reply = json(Scrapes.post(poster, "?timestamp=" + (now - 7), scrape), 200);
        assertThat(reply.path("parsed").intValue()).isEqualTo(2);
        assertThat(reply.path("imported").intValue()).isEqualTo(1);
        assertThat(reply.path("ignored_not_in_list").intValue()).isEqualTo(1);
        assertThat(reply.path("last_seen").longValue()).isEqualTo(now - 7);
    }

    @Test
    void theSameScrapeAgainGivesTheSameAnswer() {
        String scrape = listing(now, "Glim", 5, 10);
        JsonNode first = json(Scrapes.post(poster, "?timestamp=" + now, scrape), 200);
        assertThat(json(Scrapes.post(poster, "?timestamp=" + now, scrape), 200)).isEqualTo(first);
    }

    @Test
    void aScrapeWithoutListingsIsNoMistake() {
        JsonNode reply = json(Scrapes.post(poster, "", "# nothing today\n"), 200);
        assertThat(reply.path("parsed").intValue()).isZero();
        assertThat(reply.path("last_seen").isNull()).isTrue();
    }

    @Test
    void withoutATimestampItIsNow() {
        JsonNode reply = json(Scrapes.post(poster, "?timestamp=0", listing(now, "Glim", 1, 1)), 200);
        assertThat(reply.path("last_seen").longValue()).isBetween(now, now + 60);
    }

    @Test
    void aSubmissionHasOneRowInTheLogWithWhatBecameOfIt() {
        String scrape = listing(now, "Glim", 5, 10) + listing(now, "Left Sock of Luxion", 1, 10);
        json(Scrapes.post(poster, "?timestamp=" + (now - 7), scrape), 200);
        JsonNode row = logged();
        assertThat(row.path("endpoint").stringValue()).isEqualTo("/v1/market/insert");
        assertThat(row.path("success").booleanValue()).isTrue();
        assertThat(row.path("error").isNull()).isTrue();
        assertThat(row.path("auth_via").stringValue()).isEqualTo("session");
        JsonNode summary = row.path("summary");
        assertThat(summary.path("parsed").intValue()).isEqualTo(2);
        assertThat(summary.path("imported").intValue()).isEqualTo(1);
        assertThat(summary.path("ignored_not_in_list").intValue()).isEqualTo(1);
        assertThat(summary.path("last_seen").longValue()).isEqualTo(now - 7);
        assertThat(summary.path("bytes").intValue()).isEqualTo(scrape.getBytes(UTF_8).length);
    }

    @Test
    void aScrapeWithoutListingsIsLoggedToo() {
        json(Scrapes.post(poster, "", "# nothing today\n"), 200);
        JsonNode row = logged();
        assertThat(row.path("success").booleanValue()).isTrue();
        assertThat(row.at("/summary/parsed").intValue()).isZero();
        assertThat(row.at("/summary/last_seen").isNull()).isTrue();
    }

    @Test
    void anEmptyFileIs400AndLogged() {
        json(Scrapes.post(poster, "", ""), 400);
        expectFailureLogged();
    }

    @Test
    void aTimestampInTheFutureIs400AndLogged() {
        json(Scrapes.post(poster, "?timestamp=" + (now + 3600), listing(now, "Glim", 1, 1)), 400);
        expectFailureLogged();
    }

    @Test
    void aTimestampThatIsNoNumberIs400AndLogged() {
        json(Scrapes.post(poster, "?timestamp=soon", listing(now, "Glim", 1, 1)), 400);
        expectFailureLogged();
    }

    @Test
    void aBodyWithoutTheFileIs422() {
        MultipartBodyBuilder parts = new MultipartBodyBuilder();
        parts.part("other", "x");
        json(
                poster.post()
                        .uri("/v1/market/insert")
                        .body(BodyInserters.fromMultipartData(parts.build()))
                        .exchange(),
                422);
        json(
                poster.post()
                        .uri("/v1/market/insert")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue("{}")
                        .exchange(),
                422);
    }

    @Test
    void isForAdministratorsOnly() {
        json(Scrapes.post(kiwi.client(), "", "x"), 401);
        json(Scrapes.post(kiwi.with(kiwi.account().session()), "", "x"), 403);
        json(Scrapes.post(kiwi.with(kiwi.token(kiwi.account())), "", "x"), 403);
    }

    @Test
    void aTokenCoolsDownAndASessionDoesNot() {
        WebTestClient token = kiwi.with(kiwi.token(bot));
        json(Scrapes.post(token, "", "x"), 200);
        JsonNode refused = json(Scrapes.post(token, "", "x"), 429);
        assertThat(refused.at("/error/code").stringValue()).isEqualTo("rate_limited");
        json(Scrapes.post(poster, "", "x"), 200);
        json(Scrapes.post(poster, "", "x"), 200);
    }

    @Test
    void whenTheMarketIsOffThereIsNoIngest() {
        setting("feature_market_enabled", false);
        try {
            json(Scrapes.post(poster, "", "x"), 404);
        } finally {
            setting("feature_market_enabled", true);
        }
        json(Scrapes.post(poster, "", "x"), 200);
    }

    private void setting(String key, Object value) {
        json(poster.put().uri("/admin/config/" + key).bodyValue(Map.of("value", value)));
    }
}
