package dev.kiwi.web.giveaway;

import static dev.kiwi.web.app.RunningKiwi.json;
import static dev.kiwi.web.giveaway.GiveawayCalls.call;
import static dev.kiwi.web.giveaway.GiveawayCalls.expect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.giveaway.GiveawayCalls.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** giveaways.md B and C: what everybody reads and what site users do. */
@ExtendWith(WithKiwi.class)
class GiveawaysTest {
    private final RunningKiwi kiwi;
    private final GiveawayCalls calls;

    GiveawaysTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.calls = GiveawayCalls.of(kiwi);
    }

    private List<String> ids(String path) {
        return json(kiwi.client().get().uri(path))
                .valueStream()
                .map(each -> each.path("id").stringValue())
                .toList();
    }

    @Test
    void theListsAreBareArraysOfUnixSecondsThatOneMayKeepForHalfAMinute() {
        Instant before = Instant.now();
        String id = calls.open("CODE-" + before.toEpochMilli());
        var answer = kiwi.client().get().uri("/v1/giveaways/ongoing").exchange();
        answer.expectHeader().valueEquals("Cache-Control", "max-age=30, public");
        kiwi.client()
                .get()
                .uri("/site/giveaways")
                .exchange()
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=15, public");
        JsonNode own = json(answer, 200)
                .valueStream()
                .filter(each -> each.path("id").stringValue().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(own.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "title",
                        "description",
                        "prize_name",
                        "status",
                        "starts_at",
                        "ends_at",
                        "entry_count",
                        "winner_username");
        assertThat(own.path("status").stringValue()).isEqualTo("open");
        assertThat(own.path("prize_name").stringValue()).isEqualTo("mount");
        assertThat(own.path("description").stringValue()).isEqualTo("flies");
        assertThat(own.path("starts_at").longValue())
                .isBetween(before.getEpochSecond() - 61, before.getEpochSecond() - 55);
        assertThat(own.path("winner_username").isNull()).isTrue();
        assertThat(ids("/site/giveaways")).contains(id);
    }

    @Test
    void eachStateHasItsList() {
        String upcoming = calls.create(calls.drawer("A"), Duration.ofHours(1), Duration.ofHours(2))
                .path("id")
                .stringValue();
        String open = calls.open("A");
        String closed = calls.open("A");
        json(calls.post("/admin/giveaways/" + closed + "/draw", ""), 200);
        String cancelled = calls.open("A");
        json(calls.post("/admin/giveaways/" + cancelled + "/cancel", ""), 200);

        assertThat(ids("/v1/giveaways/ongoing")).contains(open).doesNotContain(upcoming, closed, cancelled);
        assertThat(ids("/v1/giveaways/upcoming")).contains(upcoming).doesNotContain(open, closed, cancelled);
        assertThat(ids("/v1/giveaways/ended?days=1")).contains(closed).doesNotContain(open, upcoming, cancelled);
        assertThat(ids("/site/giveaways")).contains(open, upcoming, closed).doesNotContain(cancelled);
    }

    @Test
    void aListThatIsTheSameIsNotSentTwice() {
        calls.create(calls.drawer("A"), Duration.ofHours(1), Duration.ofHours(2));
        String etag = kiwi.client()
                .get()
                .uri("/v1/giveaways/upcoming")
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag();
        assertThat(etag).isNotNull();
        kiwi.client()
                .get()
                .uri("/v1/giveaways/upcoming")
                .header("If-None-Match", etag)
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.NOT_MODIFIED);
    }

    @Test
    void daysAreOneToThirty() {
        for (String days : List.of("0", "31", "x")) {
            expect(kiwi.client().get().uri("/v1/giveaways/ended?days=" + days).exchange(), 422, "validation_error");
        }
    }

    @Test
    void oneEntersOnceAndSeesIt() {
        String id = calls.open("A");
        Person person = calls.person();
        JsonNode first = json(person.enter(id), 200);
        assertThat(first.path("entered").booleanValue()).isTrue();
        assertThat(first.path("entry_count").intValue()).isEqualTo(1);
        assertThat(first.path("giveaway_id").stringValue()).isEqualTo(id);
        assertThat(first.path("ticket").stringValue()).matches("[0-9a-f]{16}");
        assertThat(json(person.enter(id), 200)).isEqualTo(first);
        assertThat(json(calls.person().enter(id), 200).path("entry_count").intValue())
                .isEqualTo(2);

        assertThat(json(person.client().get().uri("/v1/giveaways/mine"))
                        .at("/giveaway_ids/0")
                        .stringValue())
                .isEqualTo(id);
        assertThat(json(person.client().get().uri("/v1/site-auth/me/export")).at("/giveaways/0/ticket"))
                .isEqualTo(first.path("ticket"));
        JsonNode own = json(person.client().get().uri("/v1/giveaways/me")).get(0);
        assertThat(own.path("ticket")).isEqualTo(first.path("ticket"));
        assertThat(own.path("won").booleanValue()).isFalse();
        assertThat(own.path("code").isNull()).isTrue();
    }

    @Test
    void oneEntersOnlyWhatIsOpen() {
        Person person = calls.person();
        String scheduled = calls.create(calls.drawer("A"), Duration.ofHours(1), Duration.ofHours(2))
                .path("id")
                .stringValue();
        expect(person.enter(scheduled), 400, "bad_request");
        String cancelled = calls.open("A");
        json(calls.post("/admin/giveaways/" + cancelled + "/cancel", ""), 200);
        expect(person.enter(cancelled), 400, "bad_request");
        String ended = calls.open("A");
        kiwi.later(Duration.ofMinutes(61), () -> expect(calls.person().enter(ended), 400, "bad_request"));
        expect(person.enter("0".repeat(24)), 404, "not_found");
        expect(person.enter("nonsense"), 400, "bad_request");
    }

    @Test
    void onlySiteUsersEnter() {
        String id = calls.open("A");
        for (var client : List.of(kiwi.client(), kiwi.with(kiwi.account().session()))) {
            expect(call(client, HttpMethod.POST, "/v1/giveaways/" + id + "/enter", ""), 401, "not_authenticated");
            expect(client.get().uri("/v1/giveaways/mine").exchange(), 401, "not_authenticated");
            expect(client.get().uri("/v1/giveaways/me").exchange(), 401, "not_authenticated");
        }
    }

    @Test
    void theWinnerAloneSeesTheCode() {
        String id = calls.open("PRIZE-OF-" + Instant.now().toEpochMilli());
        Person winner = calls.person();
        json(winner.enter(id), 200);
        JsonNode drawn = json(calls.post("/admin/giveaways/" + id + "/draw", ""), 200);
        assertThat(drawn.path("status").stringValue()).isEqualTo("drawn");
        assertThat(drawn.path("winner_user_id").stringValue()).isEqualTo(winner.id());
        assertThat(drawn.path("winner_username").stringValue()).isEqualTo(winner.name());
        JsonNode own = json(winner.client().get().uri("/v1/giveaways/me")).get(0);
        assertThat(own.path("won").booleanValue()).isTrue();
        assertThat(own.path("code").stringValue()).startsWith("PRIZE-OF-");
        String everybody = json(kiwi.client().get().uri("/v1/giveaways/ended")).toString()
                + json(kiwi.client().get().uri("/v1/giveaways/" + id + "/draw"));
        assertThat(everybody).contains(id).doesNotContain("PRIZE-OF-");
        String history = kiwi.history("context=giveaway&limit=200").toString();
        assertThat(history).contains(id).doesNotContain("PRIZE-OF-");
    }

    /** Site-users.md: erased people are nobody in what stays. */
    @Test
    void whoDeletesTheAccountIsNobodyAnyMore() {
        String id = calls.open("A");
        Person person = calls.person();
        json(person.enter(id), 200);
        json(calls.post("/admin/giveaways/" + id + "/draw", ""), 200);
        person.client()
                .post()
                .uri("/v1/site-auth/me/delete")
                .bodyValue(Map.of("confirm_username", person.username()))
                .exchange()
                .expectStatus()
                .isNoContent();
        Awaitility.await().until(() -> calls.shown(id).path("winner_user_id").isNull());
        assertThat(calls.shown(id).path("winner_username").isNull()).isTrue();
        assertThat(kiwi.history("context=giveaway&limit=200").toString()).doesNotContain(person.name());
    }
}
