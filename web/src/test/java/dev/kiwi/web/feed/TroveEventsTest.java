package dev.kiwi.web.feed;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.command.feed.Relays;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** feeds-events.md A6. */
@ExtendWith(WithKiwi.class)
class TroveEventsTest {
    private static final String CATEGORY = "Tests of events";

    private final RunningKiwi kiwi;
    private final WebTestClient anybody;
    private final long now = Instant.now().getEpochSecond();

    TroveEventsTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.anybody = kiwi.with(kiwi.token(kiwi.account()));
    }

    @BeforeEach
    void fetch() {
        FeedStandIn.answers(
                FeedStandIn.EVENTS,
                200,
                FeedStandIn.json(List.of(
                        event("e1", now - 10_000, now - 5_000),
                        event("e2", now - 10_000, now + 100_000),
                        event("e3", now - 10_000, now + 50_000),
                        event("e4", now + 50_000, now + 60_000))));
        kiwi.part(Relays.class).fetch("trove_events");
        await().until(() -> items("/upcoming").size() == 1);
    }

    private static Map<String, Object> event(String id, long start, long end) {
        return Map.of("id", id, "name", id, "category", CATEGORY, "startdate", start, "enddate", Long.toString(end));
    }

    private JsonNode items(String path) {
        return json(anybody.get().uri("/v1/feeds/events" + path + "?category={c}", CATEGORY))
                .path("items");
    }

    private static List<String> ids(JsonNode items) {
        return items.valueStream()
                .map(item -> item.path("event_id").stringValue())
                .toList();
    }

    @Test
    void listsWhatIsOnToComeAndOver() {
        JsonNode on = items("");
        assertThat(ids(on)).containsExactly("e3", "e2");
        assertThat(on.at("/0/status").stringValue()).isEqualTo("ongoing");
        assertThat(on.at("/0/seconds_until").longValue()).isBetween(49_000L, 50_000L);
        JsonNode next = items("/upcoming");
        assertThat(ids(next)).containsExactly("e4");
        assertThat(next.at("/0/status").stringValue()).isEqualTo("upcoming");
        assertThat(next.at("/0/seconds_until").longValue()).isBetween(49_000L, 50_000L);
        JsonNode past = items("/history");
        assertThat(ids(past)).containsExactly("e1");
        assertThat(past.at("/0/status").stringValue()).isEqualTo("ended");
        assertThat(past.at("/0/seconds_until").longValue()).isZero();
        assertThat(json(anybody.get().uri("/v1/feeds/events/categories"))
                        .path("categories")
                        .valueStream()
                        .map(JsonNode::stringValue))
                .contains(CATEGORY);
    }

    @Test
    void timeMovesThemOn() {
        kiwi.later(Duration.ofSeconds(55_000), () -> {
            assertThat(ids(items(""))).containsExactly("e4", "e2");
            assertThat(ids(items("/history"))).containsExactly("e3", "e1");
        });
    }

    private String tag() {
        String etag = anybody.get()
                .uri("/v1/feeds/events?category={c}", CATEGORY)
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag();
        return String.valueOf(etag);
    }

    @Test
    void theCountdownMakesNoOtherETagAndAnEventThatBeginsDoes() {
        String before = tag();
        kiwi.later(Duration.ofSeconds(30), () -> assertThat(tag()).isEqualTo(before));
        kiwi.later(Duration.ofSeconds(55_000), () -> assertThat(tag()).isNotEqualTo(before));
    }

    /** Of two reads in one second the second is the first, though the table says something else by then. */
    @ParameterizedTest
    @ValueSource(strings = {"", "/upcoming", "/history"})
    void anAnswerIsKeptForASecond(String path) {
        JdbcClient sql = JdbcClient.create(kiwi.part(DataSource.class));
        AtomicInteger looks = new AtomicInteger();
        await().until(() -> {
            JsonNode first = items(path);
            sql.sql("update feed.item set json = regexp_replace(json, '\"name\":\"[^\"]*\"', ?) where label = ?")
                    .params("\"name\":\"look " + looks.incrementAndGet() + "\"", CATEGORY)
                    .update();
            return items(path).equals(first);
        });
        kiwi.later(
                Duration.ofSeconds(30),
                () -> assertThat(items(path).at("/0/name").stringValue()).isEqualTo("look " + looks));
    }

    @Test
    void whatIsOverHasAnETag() {
        String etag = anybody.get()
                .uri("/v1/feeds/events/history?category={c}", CATEGORY)
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag();
        anybody.get()
                .uri("/v1/feeds/events/history?category={c}", CATEGORY)
                .header("If-None-Match", etag)
                .exchange()
                .expectStatus()
                .isNotModified();
    }
}
