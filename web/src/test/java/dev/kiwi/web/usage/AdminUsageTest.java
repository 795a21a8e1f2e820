package dev.kiwi.web.usage;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** What administrators read of everybody's requests, platform.md 15.1. */
@ExtendWith(WithKiwi.class)
class AdminUsageTest {
    private final RunningKiwi kiwi;
    private final Account owner;
    private final WebTestClient admin;

    AdminUsageTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.owner = kiwi.account();
        this.admin = kiwi.with(kiwi.superuser().session());
    }

    /** 120 requests that are served and two that are not. */
    @BeforeEach
    void aTokenMeetsItsLimit() {
        WebTestClient bot = kiwi.with(kiwi.token(owner));
        List<Integer> statuses = IntStream.range(0, 122)
                .mapToObj(n -> bot.get()
                        .uri("/v1/leaderboards/timestamps")
                        .exchange()
                        .returnResult(Void.class)
                        .getStatus()
                        .value())
                .toList();
        assertThat(statuses.subList(120, 122)).containsOnly(429);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> json(admin.get().uri("/admin/events?limit=200&user_id=" + owner.id()))
                                .path("items")
                                .size()
                        == 122);
    }

    private static List<String> values(JsonNode items, String field) {
        return items.valueStream().map(item -> item.path(field).asString()).toList();
    }

    @Test
    void theFeedTheSummariesAndTheOverviewAgree() {
        feedIsPagedNewestFirst();
        feedIsFilteredByStatus();
        JsonNode summary = json(admin.get().uri("/admin/users/" + owner.id() + "/activity"));
        assertThat(summary.path("total_requests").intValue()).isEqualTo(122);
        assertThat(summary.path("rate_limited").intValue()).isEqualTo(2);
        assertThat(summary.path("error_count").intValue()).isEqualTo(2);
        userIsSummarised();
        overviewNamesThem();
    }

    private void feedIsPagedNewestFirst() {
        JsonNode first = json(admin.get().uri("/admin/events?user_id=" + owner.id()));
        assertThat(first.path("items")).hasSize(50);
        assertThat(first.path("has_more").booleanValue()).isTrue();
        assertThat(values(first.path("items"), "status_code").subList(0, 3)).containsExactly("429", "429", "200");
        assertThat(values(first.path("items"), "id")).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(first.at("/items/0").propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "user_id",
                        "token_id",
                        "method",
                        "route",
                        "path",
                        "status_code",
                        "duration_ms",
                        "created_at");
        JsonNode second = json(admin.get()
                .uri("/admin/events?user_id=" + owner.id() + "&limit=200&cursor="
                        + first.path("next_cursor").stringValue()));
        assertThat(second.path("items")).hasSize(72);
        assertThat(values(second.path("items"), "id")).doesNotContainAnyElementsOf(values(first.path("items"), "id"));
    }

    private void feedIsFilteredByStatus() {
        JsonNode limited = json(admin.get().uri("/admin/events?status_code=429&user_id=" + owner.id()));
        assertThat(limited.path("items")).hasSize(2);
        assertThat(values(json(admin.get().uri("/admin/events?status_code=429")).path("items"), "status_code"))
                .hasSizeGreaterThanOrEqualTo(2)
                .containsOnly("429");
    }

    private void userIsSummarised() {
        JsonNode user = json(admin.get().uri("/admin/users/" + owner.id()));
        assertThat(user.path("email").stringValue()).isEqualTo(owner.email());
        assertThat(user.path("is_active").booleanValue()).isTrue();
        assertThat(user.path("is_superuser").booleanValue()).isFalse();
        assertThat(user.path("token_count").intValue()).isEqualTo(1);
        assertThat(user.path("rate_limited").intValue()).isEqualTo(2);
        assertThat(user.path("total_requests").intValue()).isPositive();
        assertThat(user.path("last_used_at").isString()).isTrue();
        JsonNode everybody = json(admin.get().uri("/admin/users?days=1"));
        assertThat(everybody.valueStream().filter(one -> one.path("id").equals(user.path("id"))))
                .singleElement()
                .satisfies(
                        one -> assertThat(one.path("rate_limited").intValue()).isEqualTo(2));
    }

    private void overviewNamesThem() {
        JsonNode overview = json(admin.get().uri("/admin/activity?days=1&top=100"));
        assertThat(overview.path("window_days").intValue()).isEqualTo(1);
        assertThat(overview.path("total_requests").intValue()).isGreaterThanOrEqualTo(122);
        assertThat(overview.path("rate_limited").intValue()).isGreaterThanOrEqualTo(2);
        assertThat(overview.path("top_users")
                        .valueStream()
                        .filter(user -> user.path("user_id").asString().equals(owner.id())))
                .singleElement()
                .satisfies(user -> {
                    assertThat(user.path("email").stringValue()).isEqualTo(owner.email());
                    assertThat(user.path("count").intValue()).isEqualTo(122);
                    assertThat(user.path("error_count").intValue()).isEqualTo(2);
                    assertThat(user.path("rate_limited").intValue()).isEqualTo(2);
                });
        assertThat(json(admin.get().uri("/admin/activity?top=1")).path("top_users"))
                .hasSize(1);
    }
}
