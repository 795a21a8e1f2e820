package dev.kiwi.web.account;

import static dev.kiwi.web.account.AccountCalls.freshEmail;
import static dev.kiwi.web.app.RunningKiwi.PASSWORD;
import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** platform.md 3.8. */
@ExtendWith(WithKiwi.class)
class LoginTest {
    private final RunningKiwi kiwi;

    LoginTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
    }

    private static ResponseSpec login(WebTestClient client, String email, String password) {
        return client.post()
                .uri("/auth/login")
                .bodyValue(Map.of("email", email, "password", password))
                .exchange();
    }

    @Test
    void answersASessionThatWorks() {
        Account account = kiwi.account();
        JsonNode tokens = json(
                login(kiwi.client(), " " + account.email().toUpperCase(java.util.Locale.ROOT), PASSWORD)
                        .expectHeader()
                        .valueEquals("Cache-Control", "no-store"),
                200);
        assertThat(tokens.propertyNames())
                .containsExactlyInAnyOrder("access_token", "refresh_token", "token_type", "expires_in");
        assertThat(tokens.path("token_type").stringValue()).isEqualTo("bearer");
        assertThat(tokens.path("expires_in").intValue()).isEqualTo(900);
        kiwi.with(tokens.path("access_token").stringValue())
                .get()
                .uri("/auth/me")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void tellsNobodyWhetherAnAddressIsKnown() {
        JsonNode wrong = json(login(kiwi.client(), kiwi.account().email(), "not the password"), 401);
        JsonNode unknown = json(login(kiwi.client(), freshEmail(), PASSWORD), 401);
        assertThat(wrong.at("/error/code").stringValue()).isEqualTo("invalid_credentials");
        assertThat(withoutRequestId(unknown)).isEqualTo(withoutRequestId(wrong));
    }

    private static JsonNode withoutRequestId(JsonNode body) {
        JsonNode copy = body.deepCopy();
        copy.withObject("/error").remove("request_id");
        return copy;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"email\":\"a@kiwi.example\"}",
                "{\"email\":null,\"password\":\"x\"}",
                "{\"email\":\"no address\",\"password\":\"x\"}"
            })
    void refusesABodyThatIsNone(String body) {
        JsonNode answer = json(
                kiwi.client()
                        .post()
                        .uri("/auth/login")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange(),
                422);
        assertThat(answer.at("/error/code").stringValue()).isEqualTo("validation_error");
    }

    /** Every login counts, whoever's it is; each of another address here, so that none is locked. */
    @Test
    void refusesTheEleventhLoginFromAnAddress() {
        WebTestClient client = kiwi.from("203.0.113.77");
        for (int i = 0; i < 10; i++) {
            json(login(client, freshEmail(), PASSWORD), 401);
        }
        JsonNode answer = json(
                login(client, freshEmail(), PASSWORD)
                        .expectHeader()
                        .value(
                                "Retry-After",
                                seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 300)),
                429);
        assertThat(answer.at("/error/code").stringValue()).isEqualTo("rate_limited");
        json(login(kiwi.client(), freshEmail(), PASSWORD), 401);
    }
}
