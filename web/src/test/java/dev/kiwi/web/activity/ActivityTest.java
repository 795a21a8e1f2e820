package dev.kiwi.web.activity;

import static dev.kiwi.web.app.RunningKiwi.json;
import static dev.kiwi.web.fixture.Dumps.anchor;
import static dev.kiwi.web.fixture.Dumps.board;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.fixture.Dumps;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** activity.md over HTTP. Other tests file captures too, so what is exact is tested where the windows are made. */
@ExtendWith(WithKiwi.class)
class ActivityTest {
    private static final List<String> READS = List.of(
            "/v1/activity/current",
            "/v1/activity/history",
            "/v1/activity/series",
            "/v1/class-activity/current",
            "/v1/class-activity/series");

    private final RunningKiwi kiwi;
    private final WebTestClient poster;
    private final WebTestClient anybody;

    ActivityTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        Account bot = kiwi.superuser();
        this.poster = kiwi.with(bot.session());
        this.anybody = kiwi.client();
    }

    private JsonNode get(String uri) {
        return json(anybody.get().uri(uri));
    }

    /** Two captures of today, five minutes apart; the second is the newest that any test files. */
    private long file() {
        long late = anchor(0, 0) - 600;
        file(late - 300, board(3, "A", "1;Mira;1") + board(4000, "KNIGHT", "1;Mira;60"));
        file(late, board(3, "A", "1;Mira;2") + board(4000, "KNIGHT", "1;Mira;61") + board(1000, "K", "1;Mira;30000"));
        return late;
    }

    private void file(long anchor, String dump) {
        // Else it may look cut short beside a capture of all boards that another test has filed.
        String query = "?sync=true&backfill=true&timestamp=" + anchor;
        EntityExchangeResult<JsonNode> filed = Dumps.post(poster, query, dump)
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult();
        String position = filed.getResponseHeaders().getFirst("Kiwi-Position");
        anybody.get()
                .uri("/v1/activity/current")
                .header("Kiwi-Min-Position", position)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void captureAfterCaptureBecomesActivity() {
        long late = file();
        JsonNode current = get("/v1/activity/current");
        assertThat(current.path("window_end").longValue()).isGreaterThanOrEqualTo(late);
        assertThat(current.path("estimate_7d").intValue())
                .isGreaterThanOrEqualTo(current.path("estimate_24h").intValue())
                .isPositive();
        assertThat(current.has("span_24h_hours")).isTrue();
        assertThat(get("/v1/activity/history?days=30").at("/points/0/estimate").isNumber())
                .isTrue();
        assertThat(get("/v1/class-activity/current")
                        .path("power_rank_threshold")
                        .intValue())
                .isEqualTo(25_000);
        assertThat(get("/v1/class-activity/series?period=1d").path("classes")).hasSize(18);
    }

    @ParameterizedTest
    @CsvSource({"1d, 3600", "7D, 3600", "1m, 86400", "3m, 86400", "6m, 172800", "1y, 604800", "never, 3600"})
    void aSeriesHasTheStepsOfItsPeriod(String period, int seconds) {
        for (String family : List.of("activity", "class-activity")) {
            JsonNode series = get("/v1/" + family + "/series?period=" + period);
            assertThat(series.path("bucket_seconds").intValue()).isEqualTo(seconds);
            assertThat(series.path("window_end").longValue())
                    .isGreaterThan(series.path("window_start").longValue());
        }
        assertThat(get("/v1/activity/series?period=" + period)
                        .path("methodology")
                        .stringValue())
                .isNotBlank();
    }

    @Test
    void allOfHistoryIsAPeriodToo() {
        assertThat(get("/v1/activity/series?period=all").path("bucket_seconds").intValue() % 3600)
                .isZero();
    }

    @Test
    void anybodyMayReadAndKeepTheAnswerAWhile() {
        for (String uri : READS) {
            EntityExchangeResult<byte[]> answer = kiwi.client()
                    .get()
                    .uri(uri)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .valueEquals("Cache-Control", "public, max-age=1800")
                    .expectBody()
                    .returnResult();
            String etag = answer.getResponseHeaders().getETag();
            assertThat(etag).as(uri).isNotNull();
        }
    }

    @Test
    void whatIsUnchangedIs304() {
        file();
        // The history ends with the minute, what nobody has asked for lately with the second.
        kiwi.still(() -> READS.forEach(uri -> {
            String etag = anybody.get()
                    .uri(uri)
                    .exchange()
                    .returnResult(String.class)
                    .getResponseHeaders()
                    .getETag();
            assertThat(etag).as(uri).isNotNull();
            anybody.get()
                    .uri(uri)
                    .header("If-None-Match", etag)
                    .exchange()
                    .expectStatus()
                    .isNotModified();
        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/activity/history?days=0", "/v1/activity/history?days=31"})
    void refusesWhatCannotBeAsked(String uri) {
        json(anybody.get().uri(uri).exchange(), 422);
    }

    @ParameterizedTest
    @CsvSource({
        "feature_player_activity_enabled, /v1/activity/current",
        "feature_class_activity_enabled, /v1/class-activity/current"
    })
    void whatIsSwitchedOffIsNotThere(String feature, String uri) {
        setting(feature, false);
        try {
            json(anybody.get().uri(uri).exchange(), 404);
        } finally {
            setting(feature, true);
        }
        get(uri);
    }

    private void setting(String key, Object value) {
        json(poster.put().uri("/admin/config/" + key).bodyValue(Map.of("value", value)));
    }

    @Test
    void aBackfillIsARebuildWithProgressWhileReadsGoOn() {
        file();
        JsonNode before = get("/v1/activity/current");
        JsonNode reply = json(
                poster.post()
                        .uri("/v1/activity/backfill?reset=true&total_days=0")
                        .exchange(),
                202);
        assertThat(reply.path("accepted").booleanValue()).isTrue();
        assertThat(reply.path("force").booleanValue()).isTrue();
        assertThat(reply.path("chunk_days").intValue()).isEqualTo(14);
        JsonNode classes = json(poster.post().uri("/v1/class-activity/backfill").exchange(), 202);
        assertThat(classes.path("total_days").intValue()).isEqualTo(400);
        assertThat(get("/v1/activity/current").path("estimate")).isEqualTo(before.path("estimate"));
        Awaitility.await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            JsonNode projection = json(poster.get().uri("/admin/projections/" + Projection.ACTIVITY.key()));
            assertThat(projection.at("/rebuild/phase").stringValue()).isEqualTo("done");
        });
        assertThat(get("/v1/activity/current").path("estimate_7d")).isEqualTo(before.path("estimate_7d"));
    }

    @Test
    void nobodyKeepsARefusalForAnAnswer() {
        anybody.get()
                .uri("/v1/activity/current")
                .header("Accept", "text/csv")
                .exchange()
                .expectStatus()
                .isEqualTo(406)
                .expectHeader()
                .doesNotExist("Cache-Control");
    }

    @Test
    void aBackfillIsForAdministratorsOnly() {
        for (String uri : List.of("/v1/activity/backfill", "/v1/class-activity/backfill")) {
            json(kiwi.client().post().uri(uri).exchange(), 401);
            json(kiwi.with(kiwi.account().session()).post().uri(uri).exchange(), 403);
            json(poster.post().uri(uri + "?total_days=1001").exchange(), 422);
        }
        json(poster.post().uri("/v1/activity/backfill?chunk_days=61").exchange(), 422);
    }
}
