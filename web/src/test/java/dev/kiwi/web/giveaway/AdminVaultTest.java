package dev.kiwi.web.giveaway;

import static dev.kiwi.web.app.RunningKiwi.json;
import static dev.kiwi.web.giveaway.GiveawayCalls.call;
import static dev.kiwi.web.giveaway.GiveawayCalls.expect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** giveaways.md E: drawers and codes. */
@ExtendWith(WithKiwi.class)
class AdminVaultTest {
    private static final String ITEMS = "/admin/vault/items";
    private static final String CODES = "/admin/vault/codes/";

    private final GiveawayCalls calls;

    AdminVaultTest(RunningKiwi kiwi) {
        this.calls = GiveawayCalls.of(kiwi);
    }

    private ResponseSpec delete(String path) {
        return calls.admin().delete().uri(path).exchange();
    }

    private JsonNode codes(String drawer) {
        return calls.get(ITEMS + "/" + drawer + "/codes");
    }

    private String code(String drawer, String text) {
        return codes(drawer)
                .valueStream()
                .filter(code -> code.path("code").stringValue().equals(text))
                .map(code -> code.path("id").stringValue())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void drawersAreMadeListedAndRenamed() {
        String id = calls.drawer("A", "B");
        JsonNode listed = calls.get(ITEMS).get(0);
        assertThat(listed.propertyNames())
                .containsExactlyInAnyOrder(
                        "id", "name", "description", "available", "reserved", "awarded", "total", "created_at");
        assertThat(listed.path("id").stringValue()).isEqualTo(id);
        assertThat(listed.path("total").intValue()).isEqualTo(2);
        JsonNode renamed = json(calls.patch(ITEMS + "/" + id, Map.of("name", "dragon")), 200);
        assertThat(renamed.path("name").stringValue()).isEqualTo("dragon");
        assertThat(renamed.path("description").stringValue()).isEqualTo("flies");
    }

    @Test
    void whatReadersDoNotShowYetIsSaidToBeDone() {
        String made = "late-" + System.nanoTime();
        json(calls.post("/admin/projections/giveaway/pause", Map.of()), 200);
        try {
            JsonNode answer = json(calls.post(ITEMS, Map.of("name", made, "description", "flies")), 503);
            assertThat(answer.at("/error/code").stringValue()).isEqualTo("service_unavailable");
            assertThat(answer.at("/error/message").stringValue()).contains("It is done");
        } finally {
            json(calls.post("/admin/projections/giveaway/resume", Map.of()), 200);
        }
        await().untilAsserted(() -> assertThat(calls.get(ITEMS)
                        .valueStream()
                        .map(drawer -> drawer.path("name").stringValue())
                        .filter(made::equals))
                .hasSize(1));
    }

    @Test
    void codesAreTrimmedAndCountedOnce() {
        String id = calls.drawer("A");
        JsonNode added = json(
                calls.post(
                        ITEMS + "/" + id + "/codes", Map.of("codes", List.of(" B ", "B", "A", " ", "x".repeat(401)))),
                200);
        assertThat(added.path("added").intValue()).isEqualTo(1);
        assertThat(added.path("skipped").intValue()).isEqualTo(1);
        assertThat(codes(id).valueStream().map(code -> code.path("code").stringValue()))
                .containsExactlyInAnyOrder("A", "B");
        assertThat(codes(id).get(0).propertyNames())
                .containsExactlyInAnyOrder("id", "code", "status", "giveaway_id", "awarded_at", "created_at");
        expect(calls.post(ITEMS + "/" + id + "/codes", Map.of("codes", List.of(" "))), 400, "bad_request");
        expect(calls.post(ITEMS + "/" + id + "/codes", Map.of("codes", List.of())), 422, "validation_error");
    }

    @Test
    void aCodeIsCorrectedUntilItIsAwarded() {
        String drawer = calls.drawer("A", "B");
        String id = code(drawer, "A");
        assertThat(json(calls.patch(CODES + id, Map.of("code", " C ")), 200)
                        .path("code")
                        .stringValue())
                .isEqualTo("C");
        expect(calls.patch(CODES + id, Map.of("code", "B")), 409, "conflict");
        expect(calls.patch(CODES + id, Map.of("code", "x".repeat(401))), 422, "validation_error");
        expect(calls.patch(CODES + "0".repeat(24), Map.of("code", "D")), 404, "not_found");
        expect(calls.patch(CODES + "x", Map.of("code", "D")), 400, "bad_request");

        JsonNode giveaway = calls.create(drawer, Duration.ofMinutes(-1), Duration.ofHours(1));
        String reserved = giveaway.path("prize_code_id").stringValue();
        expect(delete(CODES + reserved), 400, "bad_request");
        json(calls.patch(CODES + reserved, Map.of("code", "while reserved")), 200);
        json(calls.person().enter(giveaway.path("id").stringValue()), 200);
        json(calls.post("/admin/giveaways/" + giveaway.path("id").stringValue() + "/draw", ""), 200);
        expect(calls.patch(CODES + reserved, Map.of("code", "late")), 400, "bad_request");
        expect(delete(CODES + reserved), 400, "bad_request");
        expect(delete(ITEMS + "/" + drawer), 400, "bad_request");
    }

    @Test
    void whatNothingUsesCanBeDeleted() {
        String drawer = calls.drawer("A", "B");
        delete(CODES + code(drawer, "A")).expectStatus().isNoContent();
        assertThat(codes(drawer)).hasSize(1);
        delete(ITEMS + "/" + drawer).expectStatus().isNoContent();
        expect(delete(ITEMS + "/" + drawer), 404, "not_found");
        expect(calls.admin().get().uri(ITEMS + "/" + drawer + "/codes").exchange(), 404, "not_found");
        expect(delete(ITEMS + "/x"), 400, "bad_request");
        expect(delete(CODES + "0".repeat(24)), 404, "not_found");
    }

    @Test
    void namesAndDescriptionsHaveTheirLimits() {
        expect(calls.post(ITEMS, Map.of("name", "")), 422, "validation_error");
        expect(calls.post(ITEMS, Map.of("name", "x".repeat(121))), 422, "validation_error");
        expect(calls.post(ITEMS, Map.of("name", "x", "description", "x".repeat(2_001))), 422, "validation_error");
        expect(
                call(calls.admin(), HttpMethod.PATCH, ITEMS + "/" + "0".repeat(24), Map.of("name", "x")),
                404,
                "not_found");
    }
}
