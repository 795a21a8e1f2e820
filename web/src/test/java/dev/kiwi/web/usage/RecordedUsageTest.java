package dev.kiwi.web.usage;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What a token's owner can read of its requests, platform.md 6.5 and 12. */
@ExtendWith(WithKiwi.class)
class RecordedUsageTest {
    private static final String ROUTE = "/v1/leaderboards/timestamps";

    private final RunningKiwi kiwi;
    private final Account owner;
    private WebTestClient session;
    private String token;
    private String id;

    RecordedUsageTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.owner = kiwi.account();
    }

    @BeforeEach
    void aToken() {
        session = kiwi.with(owner.session());
        JsonNode minted =
                kiwi.mint(owner, Map.of("name", "bot", "scopes", 512, "allowed_ips", List.of("203.0.113.0/24")));
        token = minted.path("token").stringValue();
        id = minted.path("id").stringValue();
    }

    private ResponseSpec use(String ip, String path) {
        return RunningKiwi.from(kiwi.from(ip), token).get().uri(path).exchange();
    }

    private ResponseSpec use() {
        return use("203.0.113.9", ROUTE + "?x=1");
    }

    private JsonNode requests(String query) {
        return json(session.get().uri("/tokens/" + id + "/requests" + query));
    }

    /** Recorded within a second. */
    private void awaitRequests(int count) {
        await().atMost(Duration.ofSeconds(5))
                .until(() -> requests("").path("items").size() == count);
    }

    private static List<String> values(JsonNode items, String field) {
        return items.valueStream().map(item -> item.path(field).asString()).toList();
    }

    @Test
    void everyOutcomeIsRecordedWithItsReason() {
        Instant before = Instant.now();
        use().expectStatus().isOk();
        use("198.18.0.1", ROUTE).expectStatus().isForbidden();
        use("203.0.113.9", "/v1/leaderboards/abc").expectStatus().isEqualTo(422);
        awaitRequests(3);
        JsonNode page = requests("");
        JsonNode items = page.path("items");
        assertThat(page.path("has_more").booleanValue()).isFalse();
        assertThat(page.path("next_cursor").isNull()).isTrue();
        assertThat(values(items, "status_code")).containsExactly("422", "403", "200");
        assertThat(values(items, "error_code")).containsExactly("validation_error", "ip_not_allowed", "");
        assertThat(values(items, "method")).containsOnly("GET");
        assertThat(values(items, "path")).containsExactly("/v1/leaderboards/abc", ROUTE, ROUTE);
        assertThat(values(items, "id")).isSortedAccordingTo(Comparator.reverseOrder());
        JsonNode first = items.get(2);
        assertThat(first.path("route").stringValue()).isEqualTo(ROUTE);
        assertThat(items.get(0).path("route").stringValue()).contains("{");
        assertThat(first.path("duration_ms").doubleValue()).isPositive();
        assertThat(first.path("request_id").stringValue()).startsWith("req_");
        assertThat(Instant.parse(first.path("created_at").stringValue()))
                .isBetween(before.minusSeconds(1), Instant.now().plusSeconds(1));
    }

    @Test
    void aTokenWithoutTheScopeIsRecordedWithItsRefusal() {
        token = kiwi.mint(owner, Map.of("name", "narrow", "scopes", 1))
                .path("token")
                .stringValue();
        id = kiwi.with(owner.session())
                .get()
                .uri("/tokens")
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get(1)
                .path("id")
                .stringValue();
        use().expectStatus().isForbidden();
        awaitRequests(1);
        assertThat(values(requests("").path("items"), "error_code")).containsExactly("insufficient_scope");
    }

    @Test
    void pagesAndStatusesOfTheRequestLog() {
        use().expectStatus().isOk();
        use().expectStatus().isOk();
        use("198.18.0.1", ROUTE).expectStatus().isForbidden();
        awaitRequests(3);
        JsonNode first = requests("?limit=2");
        assertThat(values(first.path("items"), "status_code")).containsExactly("403", "200");
        assertThat(first.path("has_more").booleanValue()).isTrue();
        JsonNode rest = requests("?limit=2&cursor=" + first.path("next_cursor").stringValue());
        assertThat(rest.path("items")).hasSize(1);
        assertThat(rest.path("has_more").booleanValue()).isFalse();
        assertThat(requests("?status=403").path("items")).hasSize(1);
        assertThat(requests("?status=500").path("items")).isEmpty();
    }

    @Test
    void theSummaryOfATokenAndOfAllTokens() {
        use().expectStatus().isOk();
        use("198.18.0.1", ROUTE).expectStatus().isForbidden();
        awaitRequests(2);
        JsonNode one = json(session.get().uri("/tokens/" + id + "/activity"));
        JsonNode all = json(session.get().uri("/tokens/activity?days=1"));
        assertThat(one.path("window_days").intValue()).isEqualTo(7);
        assertThat(one.path("total_requests").intValue()).isEqualTo(2);
        assertThat(one.path("error_count").intValue()).isEqualTo(1);
        assertThat(one.path("rate_limited").intValue()).isZero();
        assertThat(one.path("avg_duration_ms").doubleValue()).isPositive();
        assertThat(values(one.path("by_day"), "date").getLast()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(one.at("/by_endpoint/0/route").stringValue()).isEqualTo(ROUTE);
        assertThat(one.at("/by_endpoint/0/method").stringValue()).isEqualTo("GET");
        assertThat(one.at("/by_endpoint/0/count").intValue()).isEqualTo(2);
        assertThat(all.path("total_requests")).isEqualTo(one.path("total_requests"));
        assertThat(all.path("by_endpoint")).isEqualTo(one.path("by_endpoint"));
    }

    @Test
    void anotherDayIsAnotherLineAndAnOldOneIsNoneAnyMore() {
        use().expectStatus().isOk();
        awaitRequests(1);
        kiwi.later(Duration.ofDays(3), () -> {
            session = kiwi.with(kiwi.known(owner.id(), owner.sessionId()).session());
            use().expectStatus().isOk();
            awaitRequests(2);
            JsonNode summary = json(session.get().uri("/tokens/activity?days=7"));
            assertThat(summary.path("by_day")).hasSize(2);
            assertThat(values(summary.path("by_day"), "date")).isSorted();
            assertThat(json(session.get().uri("/tokens/activity?days=2"))
                            .path("total_requests")
                            .intValue())
                    .isEqualTo(1);
        });
    }

    @Test
    void sessionsAndStrangersLeaveNoTrace() {
        session.get().uri("/auth/me").exchange().expectStatus().isOk();
        kiwi.client().get().uri(ROUTE).exchange();
        use().expectStatus().isOk();
        awaitRequests(1);
        assertThat(json(session.get().uri("/tokens/activity"))
                        .path("total_requests")
                        .intValue())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/activity", "/requests"})
    void areTheOwnersOnly(String what) {
        WebTestClient stranger = kiwi.with(kiwi.account().session());
        json(stranger.get().uri("/tokens/" + id + what).exchange(), 404);
        json(session.get().uri("/tokens/" + new ObjectId().toHexString() + what).exchange(), 404);
        json(session.get().uri("/tokens/no-id" + what).exchange(), 422);
        json(kiwi.client().get().uri("/tokens/" + id + what).exchange(), 401);
        json(kiwi.with(token).get().uri("/tokens/" + id + what).exchange(), 401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tokens/activity?days=0",
                "/tokens/activity?days=366",
                "/tokens/activity?days=many",
                "/tokens/ID/activity?days=0",
                "/tokens/ID/requests?limit=0",
                "/tokens/ID/requests?limit=201",
                "/tokens/ID/requests?status=99"
            })
    void refuseWhatLiesOutside(String path) {
        json(session.get().uri(path.replace("ID", id)).exchange(), 422);
    }

    @Test
    void refusesACursorThatIsNone() {
        json(session.get().uri("/tokens/" + id + "/requests?cursor=next").exchange(), 400);
    }
}
