package dev.kiwi.web.misc;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** misc-btt.md C. */
@ExtendWith(WithKiwi.class)
class SupportersTest {
    private static final String ADMIN = "/admin/supporters";

    private final RunningKiwi kiwi;
    private final Account master;
    private final WebTestClient admin;

    SupportersTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.master = kiwi.superuser();
        this.admin = kiwi.with(master.session());
    }

    private WebTestClient.ResponseSpec add(String name) {
        return admin.post().uri(ADMIN).bodyValue(Map.of("name", name)).exchange();
    }

    private WebTestClient.ResponseSpec replace(String... names) {
        return admin.put().uri(ADMIN).bodyValue(Map.of("names", List.of(names))).exchange();
    }

    private JsonNode shown() {
        return json(
                kiwi.client()
                        .get()
                        .uri("/v1/misc/supporters")
                        .exchange()
                        .expectHeader()
                        .valueEquals("Cache-Control", "max-age=300, public"),
                200);
    }

    @Test
    void theListIsShownAtOnceInItsOrder() {
        json(replace("Zed", " Amy", "zed", ""), 200);
        JsonNode added = json(add(" Bob "), 201);
        assertThat(added.path("name").stringValue()).isEqualTo("Bob");
        assertThat(added.path("added_by").stringValue()).isEqualTo(master.id());
        assertThat(shown().toString()).isEqualTo("{\"supporters\":[\"Zed\",\"Amy\",\"Bob\"],\"count\":3}");
        assertThat(shown().path("count").intValue()).as("kept").isEqualTo(3);

        assertThat(json(replace("Cat"), 200).toString()).isEqualTo("{\"removed\":3,\"added\":1}");
        JsonNode rows = json(admin.get().uri(ADMIN));
        assertThat(rows.path("count").intValue()).isEqualTo(1);
        assertThat(rows.at("/items/0").propertyNames()).containsExactly("name", "added_by", "created_at");

        admin.delete().uri(ADMIN + "/Cat").exchange().expectStatus().isNoContent();
        assertThat(shown().path("supporters")).isEmpty();
        json(admin.delete().uri(ADMIN + "/Cat").exchange(), 404);
    }

    @Test
    void aNameIsThereOnce() {
        json(replace("Amy"), 200);
        assertThat(json(add("Amy"), 409).at("/error/code").stringValue()).isEqualTo("conflict");
    }

    @Test
    void blanksAreRefused() {
        json(add("  "), 400);
        json(replace(" ", ""), 400);
    }

    @Test
    void bodiesOfAnotherShapeAreRefused() {
        json(admin.post().uri(ADMIN).bodyValue(Map.of()).exchange(), 422);
        json(add("x".repeat(61)), 422);
        json(admin.put().uri(ADMIN).bodyValue(Map.of("names", "Amy")).exchange(), 422);
    }

    @Test
    void theListIsForAdministratorsToChange() {
        json(kiwi.client().get().uri(ADMIN).exchange(), 401);
        json(kiwi.with(kiwi.account().session()).get().uri(ADMIN).exchange(), 403);
        json(
                kiwi.with(kiwi.account().session())
                        .post()
                        .uri(ADMIN)
                        .bodyValue(Map.of("name", "Me"))
                        .exchange(),
                403);
    }
}
