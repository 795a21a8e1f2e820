package dev.kiwi.web.rotation;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.api.rotation.DelveDepths;
import dev.kiwi.api.rotation.RecordDelveWeek;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** rotations.md 3 to 5. The stores are those of all tests, so captures of others may come in between. */
@ExtendWith(WithKiwi.class)
class CapturesTest {
    private static final String CHEST = "/v1/rotations/chaos-chest";
    private static final String CHALLENGE = "/v1/rotations/challenge";
    private static final String LUXION = "/v1/rotations/luxion";
    private static final String DELVES = "/v1/rotations/delves";
    private static final String INSERT = "/insert";

    private final RunningKiwi kiwi;
    private final Account bot;
    private final WebTestClient session;
    private final WebTestClient anybody;

    CapturesTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.bot = kiwi.superuser();
        this.session = kiwi.with(bot.session());
        this.anybody = kiwi.client();
    }

    private static WebTestClient.ResponseSpec post(WebTestClient client, String path, Object body) {
        return client.post().uri(path + INSERT).bodyValue(body).exchange();
    }

    private JsonNode read(String path) {
        return json(anybody.get().uri(path));
    }

    @Test
    void aCapturedChestIsReadAtOnce() {
        json(post(session, CHEST, Map.of("name", "First Chest")), 200);
        JsonNode captured = json(post(session, CHEST, Map.of("name", "  Shadow Chest ")), 200);
        assertThat(captured.path("name").stringValue()).isEqualTo("Shadow Chest");
        assertThat(captured.path("refreshed").booleanValue()).isTrue();

        JsonNode chest = read(CHEST);
        assertThat(chest.path("active").booleanValue()).isTrue();
        assertThat(chest.path("starts_at")).isEqualTo(captured.path("anchor"));
        assertThat(chest.path("item").toString())
                .isEqualTo("{\"name\":\"Shadow Chest\",\"identifier\":null,\"blueprint\":null,\"image_url\":null}");
        assertThat(chest.path("fetched_at").longValue()).isPositive();
        assertThat(read(CHEST + "?at=" + captured.path("anchor").longValue()).path("item"))
                .isEqualTo(chest.path("item"));
        assertThat(read(CHEST + "?at=1600000000").path("item").isNull()).isTrue();

        JsonNode history = read(CHEST + "/history?limit=1");
        assertThat(history.at("/items/0/name").stringValue()).isEqualTo("Shadow Chest");
        assertThat(history.path("count").intValue()).isEqualTo(1);
        assertThat(history.path("total").intValue()).isPositive();
        assertThat(read("/v1/rotations/calendar?include=chaos_chest").toString())
                .contains("Shadow Chest");
    }

    @Test
    void aCapturedChallengeIsReadAtOnce() {
        JsonNode captured = json(post(session, CHALLENGE, Map.of("name", "RAMPAGE ALERT!")), 200);
        JsonNode challenge =
                read(CHALLENGE + "/current?at=" + captured.path("anchor").longValue());
        assertThat(challenge.path("type").stringValue()).isEqualTo("rampage");
        assertThat(challenge.path("starts_at")).isEqualTo(captured.path("anchor"));
        assertThat(challenge.path("active").booleanValue()).isTrue();
        assertThat(read(CHALLENGE + "/history").at("/items/0/window_anchor")).isEqualTo(captured.path("anchor"));
    }

    @Test
    void luxionIsSeen() {
        JsonNode captured = json(session.post().uri(LUXION + INSERT).exchange(), 200);
        assertThat(captured.path("name").stringValue()).isEqualTo("luxion");
        assertThat(json(session.post().uri(LUXION + INSERT).exchange(), 200)
                        .path("refreshed")
                        .booleanValue())
                .isTrue();
        JsonNode luxion = read(LUXION);
        assertThat(luxion.path("schedule")).hasSize(7);
        assertThat(luxion.path("first_seen_at").longValue()).isPositive();
        assertThat(read(LUXION + "/history").at("/items/0/started_at")).isEqualTo(luxion.path("starts_at"));
        assertThat(read(LUXION + "?at=1600000000").path("schedule")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {CHEST, CHALLENGE})
    void aBlankNameIsRefusedAndAMissingOneToo(String path) {
        assertThat(json(post(session, path, Map.of("name", "  ")), 400)
                        .at("/error/code")
                        .stringValue())
                .isEqualTo("bad_request");
        json(post(session, path, Map.of()), 422);
        json(post(session, path, Map.of("name", "x".repeat(201))), 422);
        json(post(session, path, Map.of("name", "a\0b")), 422);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(logged(path + INSERT))
                        .hasSize(4)
                        .noneMatch(row -> row.path("success").booleanValue()));
    }

    private List<JsonNode> logged(String endpoint) {
        return json(session.get().uri("/admin/ingest/log?limit=200&endpoint=" + endpoint))
                .valueStream()
                .filter(row -> row.path("user_email").asString("").equals(bot.email()))
                .toList();
    }

    @Test
    void noneIsNoChallenge() {
        json(post(session, CHALLENGE, Map.of("name", "None")), 400);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(logged(CHALLENGE + INSERT))
                        .singleElement()
                        .satisfies(row -> {
                            assertThat(row.path("success").booleanValue()).isFalse();
                            assertThat(row.at("/summary/name").stringValue()).isEqualTo("None");
                        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {CHEST, CHALLENGE, LUXION})
    void onlyMastersCapture(String path) {
        Map<String, String> body = Map.of("name", "Chest");
        json(post(kiwi.client(), path, body), 401);
        json(post(kiwi.with(kiwi.account().session()), path, body), 403);
        json(post(kiwi.with(kiwi.token(kiwi.account())), path, body), 403);
    }

    @Test
    void aTokenCoolsDownForEachRouteByItself() {
        WebTestClient token = kiwi.with(kiwi.token(bot));
        json(post(token, CHEST, Map.of("name", "Shadow Chest")), 200);
        json(post(token, CHALLENGE, Map.of("name", "Racing Challenge")), 200);
        json(post(token, CHEST, Map.of("name", "Shadow Chest")), 429);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> logged(CHEST + INSERT).size() == 1);
        JsonNode row = logged(CHEST + INSERT).getFirst();
        assertThat(row.path("success").booleanValue()).isTrue();
        assertThat(row.path("auth_via").stringValue()).isEqualTo("token");
        assertThat(row.at("/summary/name").stringValue()).isEqualTo("Shadow Chest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CHEST + "/history?limit=201",
                CHEST + "/history?limit=0",
                CHALLENGE + "/history?limit=501",
                LUXION + "/history?offset=-1",
                DELVES + "?week=x"
            })
    void parametersOutOfRangeAreRefused(String path) {
        json(anybody.get().uri(path).exchange(), 422);
    }

    @Test
    void delvesOfAWeek() {
        String json = "[{\"depth\":111,\"boss\":\"Ünder\",\"share\":0.10}]";
        long position =
                kiwi.send(new RecordDelveWeek(-7, DelveDepths.of(5, 1, json))).position();
        JsonNode delves =
                json(anybody.get().uri(DELVES + "?week=-7").header("Kiwi-Min-Position", Long.toString(position)));
        assertThat(delves.path("is_current").booleanValue()).isFalse();
        assertThat(delves.path("total").intValue()).isEqualTo(5);
        assertThat(delves.path("count").intValue()).isEqualTo(1);
        String body = anybody.get()
                .uri(DELVES + "?week=-7")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(body).contains("\"depths\":" + json);

        // Monday 2025-11-03 less eight weeks, and an hour.
        JsonNode then = read(DELVES + "?at=" + (1_762_167_600 - 8 * 604_800 + 3_600));
        assertThat(then.path("week").intValue()).isEqualTo(-7);
        assertThat(then.path("is_current").booleanValue()).isTrue();
        assertThat(then.path("depths")).isEqualTo(delves.path("depths"));
        assertThat(read(DELVES + "/weeks").path("items").toString()).contains("\"week\":-7");
    }

    @Test
    void aWeekThatIsNotKnown() {
        JsonNode weeks = read(DELVES + "/weeks");
        long current = weeks.path("current_week").longValue();
        assertThat(json(anybody.get().uri(DELVES + "?week=" + current).exchange(), 404)
                        .at("/error/code")
                        .stringValue())
                .isEqualTo("not_found");
        assertThat(read(DELVES).toString())
                .isEqualTo("{\"week\":" + current
                        + ",\"is_current\":true,\"total\":0,\"count\":0,\"fetched_at\":null,\"depths\":[]}");
    }
}
