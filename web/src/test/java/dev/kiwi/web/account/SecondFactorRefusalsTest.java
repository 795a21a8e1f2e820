package dev.kiwi.web.account;

import static dev.kiwi.web.app.RunningKiwi.json;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What the routes of second factors do not take. */
@ExtendWith(WithKiwi.class)
class SecondFactorRefusalsTest {
    private final RunningKiwi kiwi;
    private final WebTestClient client;

    SecondFactorRefusalsTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.client = kiwi.with(kiwi.account().session());
    }

    @ParameterizedTest
    @CsvSource({
        "/auth/second-factor,{}",
        "/auth/second-factor/confirm,{}",
        "/auth/second-factor/confirm,'{\"code\":\"\"}'",
        "/auth/second-factor/step-up,{",
        "/auth/login/second-factor,'{\"code\":\"123456\"}'",
        "/auth/login/second-factor,'{\"challenge\":\"x\"}'"
    })
    void refusesABodyThatIsNone(String uri, String body) {
        json(
                client.post()
                        .uri(uri)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange(),
                422);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/auth/second-factor",
        "POST,/auth/second-factor",
        "DELETE,/auth/second-factor",
        "POST,/auth/second-factor/confirm",
        "POST,/auth/second-factor/recovery-codes",
        "POST,/auth/second-factor/step-up"
    })
    void isForSessionsOnly(String method, String uri) {
        json(kiwi.client().method(HttpMethod.valueOf(method)).uri(uri).exchange(), 401);
    }
}
