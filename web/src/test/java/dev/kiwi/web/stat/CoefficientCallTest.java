package dev.kiwi.web.stat;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** The coefficient, stats.md. */
@ExtendWith(WithKiwi.class)
class CoefficientCallTest {
    private final RunningKiwi kiwi;
    private final WebTestClient client;

    CoefficientCallTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.client = kiwi.client();
    }

    private ResponseSpec post(String body) {
        return client.post()
                .uri("/v1/stats/coefficient")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    @Test
    void anybodyMayAsk() {
        assertThat(json(post("{\"physical_damage\":1000,\"critical_damage\":202.7}"), 200)
                        .toString())
                .isEqualTo("{\"coefficient\":3027,\"damage_used\":\"physical\",\"formula\":"
                        + "\"floor(max(physical_damage, magic_damage) * (1 + critical_damage / 100))\"}");
        JsonNode magic = json(post("{\"physical_damage\":null,\"magic_damage\":1e12,\"critical_damage\":0}"), 200);
        assertThat(magic.path("coefficient").longValue()).isEqualTo(1_000_000_000_000L);
        assertThat(magic.path("damage_used").stringValue()).isEqualTo("magic");
    }

    /** Thirty a minute for an address, 120 for a token. */
    @Test
    void aTokenHasABudgetOfItsOwn() {
        assertThat(limit(kiwi.client())).isEqualTo("30");
        assertThat(limit(kiwi.with(kiwi.token(kiwi.account())))).isEqualTo("120");
    }

    private static String limit(WebTestClient client) {
        return client.post()
                .uri("/v1/stats/coefficient")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"physical_damage\":1,\"critical_damage\":1}")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getFirst("X-RateLimit-Limit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"physical_damage\":1}",
                "{\"physical_damage\":1,\"critical_damage\":null}",
                "{\"critical_damage\":1}",
                "{\"physical_damage\":null,\"magic_damage\":null,\"critical_damage\":1}"
            })
    void whatLacksIs400(String body) {
        assertThat(json(post(body), 400).at("/error/code").stringValue()).isEqualTo("bad_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"physical_damage\":-1,\"critical_damage\":1}",
                "{\"physical_damage\":1,\"critical_damage\":-0.1}",
                "{\"physical_damage\":1,\"magic_damage\":-1,\"critical_damage\":1}",
                "{\"physical_damage\":\"many\",\"critical_damage\":1}",
                "{\"physical_damage\":true,\"critical_damage\":1}",
                "{\"physical_damage\":[1],\"critical_damage\":1}",
                "{\"physical_damage\":1e999,\"critical_damage\":1}",
                "{\"physical_damage\":1,\"critical_damage\":1e300}",
                "{\"physical_damage\":\"NaN\",\"critical_damage\":1}",
                "{\"physical_damage\":\"1000\",\"critical_damage\":1}",
                "{\"physical_damage\":1,\"critical_damage\":\"\"}"
            })
    void whatIsNoneIs422(String body) {
        assertThat(json(post(body), 422).at("/error/code").stringValue()).isEqualTo("validation_error");
    }
}
