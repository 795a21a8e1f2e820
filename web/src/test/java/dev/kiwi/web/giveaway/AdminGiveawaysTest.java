package dev.kiwi.web.giveaway;

import static dev.kiwi.web.app.RunningKiwi.json;
import static dev.kiwi.web.giveaway.GiveawayCalls.call;
import static dev.kiwi.web.giveaway.GiveawayCalls.expect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.query.dispatch.QueryDispatcher;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.giveaway.GiveawayCalls.Person;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** giveaways.md D and E: what administrators and the worker do with giveaways. */
@ExtendWith(WithKiwi.class)
class AdminGiveawaysTest {
    private static final String PATH = "/admin/giveaways";
    private static final Duration HOUR = Duration.ofHours(1);

    private final RunningKiwi kiwi;
    private final GiveawayCalls calls;

    AdminGiveawaysTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.calls = GiveawayCalls.of(kiwi);
    }

    private JsonNode drawer(String id) {
        return calls.get("/admin/vault/items")
                .valueStream()
                .filter(each -> each.path("id").stringValue().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNewGiveawayReservesACode() {
        String drawer = calls.drawer("A", "B");
        JsonNode created = calls.create(drawer, HOUR, HOUR.multipliedBy(2));
        assertThat(created.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "title",
                        "description",
                        "prize_name",
                        "status",
                        "starts_at",
                        "ends_at",
                        "entry_count",
                        "winner_username",
                        "vault_item_id",
                        "vault_item_name",
                        "prize_code_id",
                        "winner_user_id",
                        "drawn_at",
                        "created_at");
        assertThat(created.path("status").stringValue()).isEqualTo("scheduled");
        assertThat(created.path("starts_at").stringValue()).endsWith("Z");
        assertThat(drawer(drawer).path("reserved").intValue()).isEqualTo(1);
        assertThat(calls.get(PATH).get(0).path("id")).isEqualTo(created.path("id"));
        JsonNode reserved = calls.get("/admin/vault/items/" + drawer + "/codes")
                .valueStream()
                .filter(code -> code.path("status").stringValue().equals("reserved"))
                .findFirst()
                .orElseThrow();
        assertThat(reserved.path("giveaway_id")).isEqualTo(created.path("id"));
    }

    @Test
    void whatCannotBeGivenAwayIsRefused() {
        String empty = calls.drawer();
        expect(calls.post(PATH, calls.body(empty, HOUR, HOUR.multipliedBy(2))), 400, "bad_request");
        String drawer = calls.drawer("A");
        expect(calls.post(PATH, calls.body(drawer, HOUR, HOUR)), 400, "bad_request");
        expect(calls.post(PATH, calls.body(drawer, HOUR.negated(), Duration.ofMinutes(-1))), 400, "bad_request");
        expect(calls.post(PATH, calls.body("0".repeat(24), HOUR, HOUR.multipliedBy(2))), 404, "not_found");
        expect(calls.post(PATH, calls.body("nonsense", HOUR, HOUR.multipliedBy(2))), 400, "bad_request");
        Map<String, Object> body = calls.body(drawer, HOUR, HOUR.multipliedBy(2));
        body.put("starts_at", "tomorrow");
        expect(calls.post(PATH, body), 422, "validation_error");
        body.put("title", "x".repeat(161));
        expect(calls.post(PATH, body), 422, "validation_error");
    }

    @Test
    void aTimeWithoutAnOffsetIsInUtc() {
        Map<String, Object> body = calls.body(calls.drawer("A"), HOUR, HOUR);
        body.put("starts_at", "2030-05-01T10:00:00");
        body.put("ends_at", "2030-05-01T13:00:00+02:00");
        JsonNode created = json(calls.post(PATH, body), 201);
        assertThat(created.path("starts_at").stringValue()).isEqualTo("2030-05-01T10:00:00Z");
        assertThat(created.path("ends_at").stringValue()).isEqualTo("2030-05-01T11:00:00Z");
    }

    @Test
    void anEditMovesItBetweenStatesAndDrawers() {
        String id = calls.open("A");
        String other = calls.drawer("B");
        Map<String, Object> later = calls.body(other, HOUR, HOUR.multipliedBy(3));
        later.put("description", " ");
        JsonNode edited = json(calls.patch(PATH + "/" + id, later), 200);
        assertThat(edited.path("status").stringValue()).isEqualTo("scheduled");
        assertThat(edited.path("vault_item_id").stringValue()).isEqualTo(other);
        assertThat(edited.path("description").isNull()).isTrue();
        assertThat(drawer(other).path("reserved").intValue()).isEqualTo(1);
        assertThat(json(calls.patch(PATH + "/" + id, Map.of("title", "Only the title")), 200)
                        .path("ends_at"))
                .isEqualTo(edited.path("ends_at"));
        expect(calls.patch(PATH + "/" + id, Map.of("ends_at", "2020-01-01T00:00:00Z")), 400, "bad_request");
        expect(calls.patch(PATH + "/" + "0".repeat(24), Map.of("title", "x")), 404, "not_found");
        expect(calls.patch(PATH + "/" + id, Map.of("title", "")), 422, "validation_error");
    }

    @Test
    void aCancelledOneGivesItsCodeBack() {
        String drawer = calls.drawer("A");
        String id = calls.create(drawer, HOUR, HOUR.multipliedBy(2)).path("id").stringValue();
        assertThat(json(calls.post(PATH + "/" + id + "/cancel", ""), 200)
                        .path("status")
                        .stringValue())
                .isEqualTo("cancelled");
        assertThat(drawer(drawer).path("available").intValue()).isEqualTo(1);
        json(calls.post(PATH + "/" + id + "/cancel", ""), 200);
        expect(calls.post(PATH + "/" + id + "/draw", ""), 400, "bad_request");
        expect(calls.patch(PATH + "/" + id, Map.of("title", "late")), 400, "bad_request");
    }

    @Test
    void whatIsDrawnCanNeitherBeDrawnAgainNorCancelled() {
        String id = calls.open("A");
        json(calls.person().enter(id), 200);
        JsonNode drawn = json(calls.post(PATH + "/" + id + "/draw", ""), 200);
        assertThat(drawn.path("drawn_at").isNull()).isFalse();
        expect(calls.post(PATH + "/" + id + "/draw", ""), 400, "bad_request");
        expect(calls.post(PATH + "/" + id + "/cancel", ""), 400, "bad_request");
        assertThat(drawer(drawn.path("vault_item_id").stringValue())
                        .path("awarded")
                        .intValue())
                .isEqualTo(1);
    }

    /** As the leader does it once a minute, at a time of the test's choosing. */
    private void round(Duration from) {
        kiwi.later(
                from,
                () -> new GiveawayRounds(
                                kiwi.part(QueryDispatcher.class),
                                kiwi.part(CommandDispatcher.class),
                                kiwi.part("shiftedClock", Clock.class))
                        .run());
    }

    @Test
    void theWorkerOpensWhatIsDueAndDrawsWhatHasEnded() {
        String soon = calls.create(calls.drawer("A"), HOUR, HOUR.multipliedBy(5))
                .path("id")
                .stringValue();
        String over = calls.open("B");
        Person winner = calls.person();
        json(winner.enter(over), 200);
        String missed = calls.create(calls.drawer("C"), Duration.ofMinutes(30), HOUR)
                .path("id")
                .stringValue();
        round(Duration.ofMinutes(90));
        Awaitility.await().until(() -> status(missed).equals("closed"));
        assertThat(status(soon)).isEqualTo("open");
        assertThat(status(over)).isEqualTo("drawn");
        assertThat(calls.shown(over).path("winner_user_id").stringValue()).isEqualTo(winner.id());
    }

    private String status(String id) {
        return calls.shown(id).path("status").stringValue();
    }

    @Test
    void theWorkerIsAJobThatAdministratorsSee() {
        assertThat(calls.get("/admin/jobs")
                        .valueStream()
                        .map(job -> job.path("name").stringValue()))
                .contains("giveaways", "prize-text-sweep");
    }

    @Test
    void onlyAdministratorsDoThis() {
        String id = calls.open("A");
        for (String path :
                List.of(PATH, PATH + "/" + id + "/draw", PATH + "/" + id + "/cancel", "/admin/vault/items")) {
            expect(call(kiwi.client(), HttpMethod.POST, path, ""), 401, "not_authenticated");
            expect(call(kiwi.with(kiwi.account().session()), HttpMethod.POST, path, ""), 403, "forbidden");
        }
        expect(calls.post(PATH + "/x/draw", ""), 400, "bad_request");
        expect(calls.post(PATH + "/" + "0".repeat(24) + "/draw", ""), 404, "not_found");
    }
}
