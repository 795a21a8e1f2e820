package dev.kiwi.web.market;

import static dev.kiwi.web.app.RunningKiwi.json;
import static dev.kiwi.web.fixture.Scrapes.listing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.fixture.Scrapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** platform.md 15.4 and market.md 3. Each test leaves the list as it was. */
@ExtendWith(WithKiwi.class)
class InterestListTest {
    private static final String ADMIN = "/admin/market/interest-items";
    private final RunningKiwi kiwi;
    private final Account admin;
    private final WebTestClient client;

    InterestListTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.admin = kiwi.superuser();
        this.client = kiwi.with(admin.session());
    }

    private WebTestClient.ResponseSpec add(String name) {
        return client.post().uri(ADMIN).bodyValue(Map.of("name", name)).exchange();
    }

    private WebTestClient.ResponseSpec remove(String name) {
        return client.delete().uri(ADMIN + "/{name}", name).exchange();
    }

    private List<String> names() {
        JsonNode list = json(kiwi.client().get().uri("/v1/misc/interest-items"));
        List<String> names = new ArrayList<>();
        list.path("items").forEach(name -> names.add(name.stringValue()));
        assertThat(names).hasSize(list.path("count").intValue()).isSorted();
        return names;
    }

    @Test
    void anItemComesAndGoes() {
        JsonNode added = json(add(" Moon Cheese "), 201);
        assertThat(added.path("name").stringValue()).isEqualTo("Moon Cheese");
        assertThat(added.path("added_by").stringValue()).isEqualTo(admin.id());
        assertThat(names()).contains("Moon Cheese", "Glim");
        long now = System.currentTimeMillis() / 1000;
        JsonNode filed = json(Scrapes.post(client, "", listing(now, "Moon Cheese", 1, 1)), 200);
        assertThat(filed.path("imported").intValue()).isEqualTo(1);
        JsonNode list = json(client.get().uri(ADMIN));
        assertThat(list.path("count").intValue()).isEqualTo(list.path("items").size());
        assertThat(list.path("items").valueStream()).contains(added);
        remove("Moon Cheese").expectStatus().isNoContent();
        assertThat(names()).doesNotContain("Moon Cheese");
    }

    @Test
    void theSameNameTwiceIs409() {
        json(add("Glim"), 409);
    }

    @Test
    void aBlankNameIs400() {
        json(add("  "), 400);
    }

    @Test
    void aBodyWithoutANameIs422() {
        json(client.post().uri(ADMIN).bodyValue(Map.of()).exchange(), 422);
        json(add("x".repeat(201)), 422);
    }

    @Test
    void whatIsNotListedIs404() {
        json(remove("Nobody wants this"), 404);
    }

    @Test
    void theListIsReplacedAsAWhole() {
        List<String> before = names();
        JsonNode replaced =
                json(client.put().uri(ADMIN).bodyValue(Map.of("items", List.of("Tin Hat", " Glim ", "Tin Hat"))));
        assertThat(replaced.path("removed").intValue()).isEqualTo(before.size() - 1);
        assertThat(replaced.path("added").intValue()).isEqualTo(1);
        assertThat(names()).containsExactly("Glim", "Tin Hat");
        json(client.put().uri(ADMIN).bodyValue(Map.of("items", before)));
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void anEmptyListIs400() {
        json(client.put().uri(ADMIN).bodyValue(Map.of("items", List.of(" "))).exchange(), 400);
    }

    @Test
    void isForAdministratorsOnly() {
        json(kiwi.client().get().uri(ADMIN).exchange(), 401);
        json(kiwi.with(kiwi.account().session()).get().uri(ADMIN).exchange(), 403);
    }
}
