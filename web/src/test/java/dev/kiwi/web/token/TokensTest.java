package dev.kiwi.web.token;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Making and listing tokens, platform.md 6.3 and 6.5. */
@ExtendWith(WithKiwi.class)
class TokensTest {
    private final RunningKiwi kiwi;
    private final Account owner;

    TokensTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.owner = kiwi.account();
    }

    private ResponseSpec mint(Object body) {
        return kiwi.with(owner.session())
                .post()
                .uri("/tokens")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private JsonNode list(Account account) {
        return json(kiwi.with(account.session()).get().uri("/tokens"));
    }

    private static Duration lifetime(JsonNode token) {
        return Duration.between(
                Instant.parse(token.path("created_at").stringValue()),
                Instant.parse(token.path("expires_at").stringValue()));
    }

    @Test
    void showsAMintedTokenOnceAndListsItAtOnce() {
        JsonNode minted = json(
                mint(Map.of("name", "my bot", "scopes", 512 + 1, "allowed_ips", List.of("203.0.113.7/24")))
                        .expectHeader()
                        .valueEquals("Cache-Control", "no-store"),
                201);
        String text = minted.path("token").stringValue();
        assertThat(text).matches("kiwi_[0-9A-Za-z]{43}_[0-9A-Za-z]{1,6}");
        assertThat(minted.path("prefix").stringValue()).isEqualTo(text.substring(0, 13));
        assertThat(minted.path("scope_names").toString()).isEqualTo("[\"rotations:read\",\"leaderboards:read\"]");
        assertThat(minted.path("allowed_ips").toString()).isEqualTo("[\"203.0.113.0/24\"]");
        assertThat(minted.path("allowed_ip_count").intValue()).isEqualTo(1);
        assertThat(minted.path("revoked").booleanValue()).isFalse();
        assertThat(lifetime(minted)).isEqualTo(Duration.ofDays(30));

        JsonNode listed = list(owner);
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).has("token")).isFalse();
        minted.properties().stream()
                .filter(field -> !field.getKey().equals("token"))
                .forEach(field -> assertThat(listed.get(0).get(field.getKey())).isEqualTo(field.getValue()));
        assertThat(list(kiwi.account())).isEmpty();
    }

    @Test
    void theAnswerOfAnIdempotencyKeyIsCommittedWithTheMintAndReplayedByteForByte() {
        byte[] first = mintWith("a key")
                .expectHeader()
                .doesNotExist("Idempotent-Replay")
                .expectBody()
                .returnResult()
                .getResponseBody();
        byte[] again = mintWith("a key")
                .expectHeader()
                .valueEquals("Idempotent-Replay", "true")
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(again).isEqualTo(first);
        assertThat(list(owner)).hasSize(1);
        assertThat(JdbcClient.create(kiwi.part(DataSource.class))
                        .sql("select i.status from web.idempotency i join es.event e on e.xmin = i.xmin"
                                + " where e.aggregate_identifier = ?")
                        .param("token:" + list(owner).get(0).path("id").stringValue())
                        .query(Integer.class)
                        .list())
                .containsExactly(201);
    }

    private ResponseSpec mintWith(String key) {
        return kiwi.with(owner.session())
                .post()
                .uri("/tokens")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("name", "once"))
                .exchange()
                .expectStatus()
                .isCreated();
    }

    @Test
    void mintsForTheLifetimeThatWasAskedFor() {
        assertThat(lifetime(json(mint(Map.of("name", "a", "expires_in_days", 90)), 201)))
                .isEqualTo(Duration.ofDays(90));
        Map<String, Object> forEver = new HashMap<>(Map.of("name", "b"));
        forEver.put("expires_in_days", null);
        assertThat(json(mint(forEver), 201).path("expires_at").isNull()).isTrue();
    }

    @Test
    void refusesAScopeThatDoesNotExist() {
        JsonNode answer = json(mint(Map.of("name", "bot", "scopes", 32_768)), 400);
        assertThat(answer.at("/error/code").stringValue()).isEqualTo("bad_request");
        assertThat(list(owner)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"name\":\"\"}",
                "{\"name\":7,\"scopes\":[]}",
                "{\"name\":\"bot\",\"scopes\":-1}",
                "{\"name\":\"bot\",\"scopes\":1.5}",
                "{\"name\":\"bot\",\"scopes\":\"all\"}",
                "{\"name\":\"bot\",\"expires_in_days\":7}",
                "{\"name\":\"bot\",\"expires_in_days\":-30}",
                "{\"name\":\"bot\",\"expires_in_days\":\"soon\"}",
                "{\"name\":\"bot\",\"allowed_ips\":[null]}"
            })
    void refusesABodyThatIsNone(String body) {
        assertThat(json(mint(body), 422).at("/error/code").stringValue()).isEqualTo("validation_error");
        assertThat(list(owner)).isEmpty();
    }

    @Test
    void refusesANameOf81Characters() {
        json(mint(Map.of("name", "x".repeat(81))), 422);
        json(mint(Map.of("name", "x".repeat(80))), 201);
    }

    @Test
    void refusesTheFourthTokenOfADay() {
        Collections.nCopies(3, Map.of("name", "bot")).forEach(body -> json(mint(body), 201));
        JsonNode answer = json(
                mint(Map.of("name", "bot"))
                        .expectHeader()
                        .value(
                                "Retry-After",
                                seconds -> assertThat(Integer.parseInt(seconds)).isBetween(86_000, 86_400)),
                429);
        assertThat(answer.at("/error/code").stringValue()).isEqualTo("rate_limited");
        assertThat(list(owner)).hasSize(3);
        kiwi.token(kiwi.account());
    }

    @Test
    void isForSessionsOnly() {
        String token = kiwi.token(owner);
        json(kiwi.client().get().uri("/tokens").exchange(), 401);
        json(kiwi.with(token).get().uri("/tokens").exchange(), 401);
        json(
                kiwi.with(token)
                        .post()
                        .uri("/tokens")
                        .bodyValue(Map.of("name", "x"))
                        .exchange(),
                401);
    }
}
