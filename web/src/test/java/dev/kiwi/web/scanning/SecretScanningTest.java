package dev.kiwi.web.scanning;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.api.formats.token.TokenText;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Reports through the running application, signed with a real key. */
@ExtendWith(WithKiwi.class)
class SecretScanningTest {
    private final RunningKiwi kiwi;
    private final Account owner;

    SecretScanningTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.owner = kiwi.account();
    }

    private ResponseSpec report(String body) {
        return send(body, GithubStandIn.shared().sign(body.getBytes(StandardCharsets.UTF_8)));
    }

    private ResponseSpec send(String body, String signature) {
        return kiwi.client()
                .post()
                .uri("/secret-scanning/github")
                .header("Github-Public-Key-Identifier", GithubStandIn.KEY)
                .header("Github-Public-Key-Signature", signature)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private JsonNode mint(Map<String, Object> body) {
        return kiwi.mint(owner, body);
    }

    private JsonNode listed(JsonNode minted) {
        return json(kiwi.with(owner.session()).get().uri("/tokens"))
                .valueStream()
                .filter(token -> token.path("id").equals(minted.path("id")))
                .findFirst()
                .orElseThrow();
    }

    /** Newest first, once there are that many. */
    private JsonNode history(JsonNode minted, int events) {
        WebTestClient admin = kiwi.with(kiwi.superuser().session());
        String uri = "/admin/history?entity=token:" + minted.path("id").stringValue();
        return await().until(() -> json(admin.get().uri(uri)).path("items"), items -> items.size() == events);
    }

    private static String match(String token) {
        return "{\"token\":\"" + token + "\",\"type\":\"kiwi_api_token\",\"url\":\"https://example.org/a\"}";
    }

    private ResponseSpec use(JsonNode minted) {
        return kiwi.with(minted.path("token").stringValue())
                .get()
                .uri("/v1/whoami")
                .exchange();
    }

    @Test
    void aLeakedTokenIsRevokedInTheSameCommitAndRefusedWithTheNextRequest() {
        JsonNode leaked = mint(Map.of("name", "leaked"));
        JsonNode other = mint(Map.of("name", "other"));
        use(leaked).expectStatus().isOk();
        String text = leaked.path("token").stringValue();

        JsonNode answer =
                json(report("[" + match(text) + "]").expectHeader().valueEquals("Cache-Control", "no-store"), 200);
        assertThat(answer.toString())
                .isEqualTo("[{\"token_raw\":\"" + text
                        + "\",\"token_type\":\"kiwi_api_token\",\"label\":\"true_positive\"}]");
        json(use(leaked), 401);
        use(other).expectStatus().isOk();
        JsonNode events = history(leaked, 3);
        assertThat(events.at("/0/type").stringValue()).isEqualTo("token.TokenRevoked");
        assertThat(events.at("/1/type").stringValue()).isEqualTo("token.TokenLeaked");
        assertThat(events.at("/0/request_id")).isEqualTo(events.at("/1/request_id"));
        assertThat(events.toString()).doesNotContain(text);
        assertThat(events.at("/0/payload/reason").stringValue()).contains("exposed in public");
    }

    @Test
    void aSecondReportIsTrueAndChangesNothing() {
        JsonNode leaked = mint(Map.of("name", "leaked"));
        String twice = match(leaked.path("token").stringValue());
        JsonNode answer = json(report("[" + twice + "," + twice + "]"), 200);
        assertThat(answer).hasSize(2);
        assertThat(answer.valueStream().map(label -> label.path("label").stringValue()))
                .containsOnly("true_positive");
        JsonNode first = await().until(
                        () -> listed(leaked), token -> token.path("revoked").booleanValue());
        assertThat(json(report("[" + twice + "]"), 200).at("/0/label").stringValue())
                .isEqualTo("true_positive");
        assertThat(listed(leaked)).isEqualTo(first);
        assertThat(history(leaked, 3)).hasSize(3);
    }

    @Test
    void aDisabledTokenIsRevokedToo() {
        JsonNode leaked = mint(Map.of("name", "leaked"));
        kiwi.with(owner.session())
                .post()
                .uri("/tokens/{id}/disable", leaked.path("id").stringValue())
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(json(report("[" + match(leaked.path("token").stringValue()) + "]"), 200)
                        .at("/0/label")
                        .stringValue())
                .isEqualTo("true_positive");
        assertThat(history(leaked, 4).at("/0/type").stringValue()).isEqualTo("token.TokenRevoked");
    }

    @Test
    void whatIsNoTokenOfOursIsFalse() {
        String unknown = TokenText.mint("kiwi", new SecureRandom()).text();
        String mistyped = "kiwi_" + "a".repeat(43) + "_zzz";
        JsonNode answer = json(
                report("[{\"token\":\"" + unknown + "\"},{\"token\":\"" + mistyped
                        + "\",\"type\":\"other\"},{\"token\":\"legacy\",\"type\":7}]"),
                200);
        assertThat(answer.valueStream().map(label -> label.path("label").stringValue()))
                .hasSize(3)
                .containsOnly("false_positive");
        assertThat(answer.valueStream().map(label -> label.path("token_type").stringValue()))
                .containsExactly("kiwi_api_token", "other", "kiwi_api_token");
        assertThat(answer.at("/1/token_raw").stringValue()).isEqualTo(mistyped);
    }

    @Test
    void elementsThatAreNoMatchesAreSkipped() {
        JsonNode answer = json(
                report("[1,null,\"text\",[],{},{\"token\":null},{\"token\":7},{\"token\":\"\"},"
                        + "{\"token\":\"\\ud800\"},{\"token\":\"x\"}]"),
                200);
        assertThat(answer).hasSize(1);
        assertThat(answer.at("/0/token_raw").stringValue()).isEqualTo("x");
        assertThat(json(report("[]"), 200)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "7", "{\"token\":\"x\"}", "[{\"token\":", "[] []", "token"})
    void aSignedBodyThatIsNoArrayIs400(String body) {
        assertThat(json(report(body), 400).at("/error/code").stringValue()).isEqualTo("bad_request");
    }

    @Test
    void anUnsignedReportIs401WhateverIsInIt() {
        JsonNode minted = mint(Map.of("name", "safe"));
        String body = "[" + match(minted.path("token").stringValue()) + "]";
        String signature = GithubStandIn.shared().sign(body.getBytes(StandardCharsets.UTF_8));
        for (ResponseSpec refused : new ResponseSpec[] {
            kiwi.client().post().uri("/secret-scanning/github").bodyValue(body).exchange(),
            send(body + " ", signature),
            send(body, "bm8gc2lnbmF0dXJl"),
            send(body, "%%%"),
            send("{broken", signature)
        }) {
            JsonNode error = json(refused, 401).path("error");
            assertThat(error.path("code").stringValue()).isEqualTo("not_authenticated");
            assertThat(error.path("details").isNull()).isTrue();
        }
        use(minted).expectStatus().isOk();
    }

    @Test
    void aBodyOverTheCapIs413() {
        json(send("[\"" + "x".repeat(8_388_608) + "\"]", "AAAA"), 413);
    }
}
