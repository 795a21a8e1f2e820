package dev.kiwi.web.projection;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@ExtendWith(WithKiwi.class)
class ProjectionsTest {
    private static final String URI = "/admin/projections";

    private final RunningKiwi kiwi;
    private final WebTestClient admin;

    ProjectionsTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.admin = kiwi.with(kiwi.superuser().session());
    }

    private JsonNode post(String path, int status) {
        return json(admin.post().uri(URI + path).exchange(), status);
    }

    private JsonNode get(String path) {
        return json(admin.get().uri(URI + path));
    }

    private void awaitState(String name, String state) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(get("/" + name).path("state").stringValue()).isEqualTo(state));
    }

    @Test
    void listsEachAndShowsOne() {
        JsonNode all = get("");
        assertThat(all.valueStream().map(one -> one.path("name").stringValue()))
                .containsExactlyInAnyOrder(
                        "account",
                        "activity",
                        "audit",
                        "feed",
                        "giveaway",
                        "ingest_log",
                        "leaderboards",
                        "mail",
                        "market",
                        "session",
                        "site_user",
                        "token",
                        "trove",
                        "webhook",
                        "webhook_outbox");
        all.forEach(one -> {
            assertThat(one.path("state").stringValue()).isEqualTo("running");
            assertThat(one.path("dead_letters").longValue()).isZero();
        });
        JsonNode log = get("/ingest_log");
        assertThat(log.path("storage").stringValue()).isEqualTo("mongo");
        assertThat(log.path("head").longValue()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /nothing",
                "GET /nothing/dead-letters",
                "POST /nothing/pause",
                "POST /nothing/resume",
                "POST /nothing/replay",
                "POST /token/dead-letters/none/retry",
                "POST /token/dead-letters/none/evict"
            })
    void answers404ForAnUnknownName(String call) {
        String[] words = call.split(" ", 2);
        JsonNode answer = json(
                admin.method(HttpMethod.valueOf(words[0])).uri(URI + words[1]).exchange(), 404);
        assertThat(answer.at("/error/code").stringValue()).isEqualTo("not_found");
    }

    @Test
    void aPausedOneSaysThatItIsBehindUntilItIsResumed() {
        Account owner = kiwi.account();
        assertThat(post("/token/pause", 200).path("state").stringValue()).isEqualTo("paused");
        String position;
        try {
            post("/token/pause", 409);
            position = kiwi.with(owner.session())
                    .post()
                    .uri("/tokens")
                    .bodyValue(Map.of("name", "bot"))
                    .exchange()
                    .expectStatus()
                    .isCreated()
                    .returnResult()
                    .getResponseHeaders()
                    .getFirst("Kiwi-Position");
            long start = System.nanoTime();
            JsonNode behind =
                    json(tokens(owner, position).exchange().expectHeader().exists("Retry-After"), 503);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(5));
            assertThat(behind.at("/error/code").stringValue()).isEqualTo("service_unavailable");
            assertThat(json(kiwi.with(owner.session()).get().uri("/tokens"))).isEmpty();
        } finally {
            post("/token/resume", 200);
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(json(tokens(owner, position))).hasSize(1));
        post("/token/resume", 409);
        awaitState("token", "running");
    }

    private WebTestClient.RequestHeadersSpec<?> tokens(Account owner, String position) {
        return kiwi.with(owner.session()).get().uri("/tokens").header("Kiwi-Min-Position", position);
    }

    @Test
    void aReplayEndsWithTheSameRowsWhileReadsGoOn() {
        Account owner = kiwi.account();
        String id = kiwi.mint(owner, Map.of("name", "bot")).path("id").stringValue();
        post("/token/replay", 202);
        JsonNode[] rebuild = new JsonNode[1];
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            JsonNode tokens = json(kiwi.with(owner.session()).get().uri("/tokens"));
            assertThat(tokens.at("/0/id").stringValue()).isEqualTo(id);
            rebuild[0] = get("/token").path("rebuild");
            return rebuild[0].path("finished_at").isString();
        });
        assertThat(rebuild[0].path("phase").stringValue()).isEqualTo("done");
        assertThat(rebuild[0].path("done")).isEqualTo(rebuild[0].path("total"));
        assertThat(rebuild[0].path("checksum_before").stringValue()).isNotEmpty();
        assertThat(rebuild[0].path("checksum_after")).isEqualTo(rebuild[0].path("checksum_before"));
        awaitState("token", "running");
    }

    @Test
    void showsThatThereAreNoDeadLetters() {
        JsonNode letters = get("/token/dead-letters?limit=10");
        assertThat(letters.path("items")).isEmpty();
        assertThat(letters.path("limit").intValue()).isEqualTo(10);
        json(admin.get().uri(URI + "/token/dead-letters?limit=0").exchange(), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET ",
                "GET /token",
                "GET /token/dead-letters",
                "GET /stream",
                "POST /token/pause",
                "POST /token/resume",
                "POST /token/replay"
            })
    void isForAdministratorsOnly(String call) {
        HttpMethod method = HttpMethod.valueOf(call.substring(0, call.indexOf(' ')));
        String uri = URI + call.substring(call.indexOf(' ') + 1);
        json(kiwi.client().method(method).uri(uri).exchange(), 401);
        json(kiwi.with(kiwi.account().session()).method(method).uri(uri).exchange(), 403);
    }
}
