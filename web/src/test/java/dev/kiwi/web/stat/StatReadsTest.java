package dev.kiwi.web.stat;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Stat tables and classes, stats.md. */
@ExtendWith(WithKiwi.class)
class StatReadsTest {
    private final RunningKiwi kiwi;
    private final Account account;
    private final WebTestClient client;

    StatReadsTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.account = kiwi.account();
        this.client = kiwi.with(kiwi.token(account));
    }

    private JsonNode read(String path) {
        return json(client.get().uri("/v1/stats/" + path));
    }

    @ParameterizedTest
    @CsvSource({
        "power-rank, Power Rank, 12, Dragons, 2130",
        "magic-find, Magic Find, 14, Dragons, 3800",
        "light, Light, 18, Mystic 1 Weapon, 2340"
    })
    void aTableHasItsRows(String stat, String label, int count, String first, double value) {
        JsonNode table = read(stat);
        assertThat(table.path("stat").stringValue()).isEqualTo(stat);
        assertThat(table.path("label").stringValue()).isEqualTo(label);
        assertThat(table.path("count").intValue()).isEqualTo(count);
        assertThat(table.path("sources")).hasSize(count);
        assertThat(table.path("sources").path(0).path("name").stringValue()).isEqualTo(first);
        assertThat(table.path("sources").path(0).path("value").doubleValue()).isEqualTo(value);
    }

    @Test
    void numbersAreAsTheyAreWrittenDown() {
        JsonNode light = read("light").path("sources");
        assertThat(light.path(13).path("value").doubleValue()).isEqualTo(494.5);
        assertThat(light.path(17).toString())
                .isEqualTo("{\"name\":\"Enlightened Buff\",\"value\":0.01,\"type\":\"switch\",\"percentage\":false,"
                        + "\"step\":null,\"permanent\":false}");
        assertThat(light.path(12).path("step").doubleValue()).isEqualTo(1);
        JsonNode bonus = read("magic-find").path("sources").path(13);
        assertThat(bonus.path("percentage").booleanValue()).isTrue();
        assertThat(bonus.path("permanent").isNull()).isTrue();
    }

    @Test
    void classesComeByName() {
        JsonNode classes = read("classes");
        assertThat(classes.path("count").intValue()).isEqualTo(18);
        assertThat(classes.path("items")
                        .valueStream()
                        .map(one -> one.path("name").stringValue()))
                .hasSize(18)
                .isSorted();
        assertThat(classes.path("items").valueStream()).allSatisfy(one -> {
            assertThat(one.path("stats")).hasSize(13);
            assertThat(one.path("bonuses")).hasSize(3);
            assertThat(one.path("subclass").path("level").propertyNames())
                    .containsExactly("1", "10", "15", "20", "25", "30");
            assertThat(one.path("subclass").path("power").propertyNames())
                    .containsExactly("1", "5000", "10000", "15000", "20000", "25000", "30000", "35000", "40000");
        });
    }

    @Test
    void aClassIsFoundByItsKey() {
        JsonNode one = read("classes/adventurer");
        assertThat(one.propertyNames())
                .containsExactlyInAnyOrder(
                        "tech_name",
                        "name",
                        "shorts",
                        "damage_type",
                        "weapons",
                        "attributes",
                        "stats",
                        "bonuses",
                        "subclass",
                        "abilities");
        assertThat(one.path("name").stringValue()).isEqualTo("Boomeranger");
        assertThat(one.at("/stats/4").toString())
                .isEqualTo("{\"name\":\"Energy\",\"value\":null,\"percentage\":false,\"absolute\":false}");
        assertThat(one.at("/bonuses/0").toString())
                .isEqualTo("{\"name\":\"Physical Damage\",\"value\":10.0,\"percentage\":true,\"absolute\":false}");
        assertThat(one.path("abilities")).hasSize(6);
        assertThat(one.at("/abilities/1/stages/0").toString())
                .isEqualTo("{\"name\":\"Sword\",\"base\":300.0,\"multiplier\":1.7}");
        assertThat(read("classes/faetrickster").at("/subclass/level/1/0").toString())
                .isEqualTo("{\"name\":\"Flying Speed\",\"value\":101.0,\"percentage\":false,\"absolute\":true}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Boomeranger", "ADVENTURER", "nobody"})
    void anotherKeyIsNotFound(String key) {
        JsonNode answer = json(client.get().uri("/v1/stats/classes/" + key).exchange(), 404);
        assertThat(answer.at("/error/code").stringValue()).isEqualTo("not_found");
        assertThat(answer.at("/error/message").stringValue()).contains(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"power-rank", "magic-find", "light", "classes", "classes/knight"})
    void whatTheCallerHasIs304(String path) {
        String tag = client.get()
                .uri("/v1/stats/" + path)
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag();
        client.get()
                .uri("/v1/stats/" + path)
                .header("If-None-Match", tag)
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void aTokenWithTheScopeIsNeeded() {
        List<String> paths = List.of("power-rank", "magic-find", "light", "classes", "classes/bard");
        String without = kiwi.mint(account, Map.of("name", "other", "scopes", 1))
                .path("token")
                .stringValue();
        for (String path : paths) {
            json(kiwi.client().get().uri("/v1/stats/" + path).exchange(), 401);
            JsonNode refused =
                    json(kiwi.with(without).get().uri("/v1/stats/" + path).exchange(), 403);
            assertThat(refused.at("/error/code").stringValue()).isEqualTo("insufficient_scope");
        }
    }
}
