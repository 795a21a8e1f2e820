package dev.kiwi.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.fixture.Api;
import dev.kiwi.web.fixture.HttpTest;
import dev.kiwi.web.fixture.KnownCredentials;
import dev.kiwi.web.fixture.TestRoutes;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** The first answer counts also when it is an error, and only for the request that it was given to. */
@HttpTest
class KeptErrorsTest {
    private static final String ITEM = "{\"display_name\":\"abc\",\"count\":1}";

    @Autowired
    Api api;

    @Autowired
    KnownCredentials credentials;

    @Autowired
    TestRoutes routes;

    private final String key = UUID.randomUUID().toString();
    private WebTestClient client;

    @BeforeEach
    void logIn() {
        client = api.with(credentials.session(false));
    }

    private ResponseSpec post(String uri, String body) {
        return client.post()
                .uri(uri)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static String text(ResponseSpec answer) {
        return answer.expectBody(String.class).returnResult().getResponseBody();
    }

    @ParameterizedTest
    @CsvSource({
        "BAD_REQUEST,400",
        "FORBIDDEN,403",
        "NOT_FOUND,404",
        "CONFLICT,409",
        "VALIDATION_ERROR,422",
        "boom,500",
        "INTERNAL_ERROR,500"
    })
    void whatTheHandlerDecidedIsReplayedByteForByte(String outcome, int status) {
        String first = text(post("/t/writes?outcome=" + outcome, "")
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .doesNotExist("Idempotent-Replay"));
        int runs = routes.runs.get();
        String again = text(post("/t/writes?outcome=" + outcome, "")
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .valueEquals("Idempotent-Replay", "true")
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON));
        assertThat(again).isEqualTo(first).contains("request_id");
        assertThat(routes.runs).hasValue(runs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOT_AUTHENTICATED", "RATE_LIMITED", "SERVICE_UNAVAILABLE"})
    void whatTheClientIsToTryAgainIsTriedAgain(String outcome) {
        String uri = "/t/writes?outcome=" + outcome;
        text(post(uri, ""));
        int runs = routes.runs.get();
        post(uri, "").expectHeader().doesNotExist("Idempotent-Replay");
        assertThat(routes.runs).hasValue(runs + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{broken", "{\"display_name\":\"abc\",\"count\":0}"})
    void whatNoHandlerHasSeenKeepsNoKey(String body) {
        post("/t/items", body).expectStatus().isEqualTo(422);
        post("/t/items", ITEM).expectStatus().isOk().expectHeader().doesNotExist("Idempotent-Replay");
    }

    @Test
    void aBodyOfAnotherKindKeepsNoKey() {
        client.post()
                .uri("/t/items")
                .header("Idempotency-Key", key)
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue("x")
                .exchange()
                .expectStatus()
                .isEqualTo(415);
        post("/t/items", ITEM).expectStatus().isOk().expectHeader().doesNotExist("Idempotent-Replay");
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefusedAndTheFirstAnswerStays() {
        String first = text(post("/t/items", ITEM).expectStatus().isOk());
        int runs = routes.runs.get();
        post("/t/items", ITEM + " ")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.error.code")
                .isEqualTo("idempotency_key_reused");
        assertThat(text(post("/t/items", ITEM).expectHeader().valueEquals("Idempotent-Replay", "true")))
                .isEqualTo(first);
        assertThat(routes.runs).hasValue(runs);
    }

    @Test
    void theSameKeyWithAnotherQueryIsRefused() {
        post("/t/writes?outcome=ok", "").expectStatus().isCreated();
        post("/t/writes", "").expectStatus().isEqualTo(422);
        post("/t/writes?outcome=ok", "").expectHeader().valueEquals("Idempotent-Replay", "true");
    }

    @Test
    void aBodyThatTheHandlerDoesNotReadIsNoParameter() {
        post("/t/writes", "{\"a\":1}").expectStatus().isCreated();
        post("/t/writes", "{\"a\":2}")
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Idempotent-Replay", "true");
    }

    @Test
    void aFormInPartsHasOtherBordersWithEveryAttempt() {
        form().expectHeader().doesNotExist("Idempotent-Replay");
        form().expectHeader().valueEquals("Idempotent-Replay", "true");
    }

    private ResponseSpec form() {
        MultipartBodyBuilder parts = new MultipartBodyBuilder();
        parts.part("file", "content");
        return client.post()
                .uri("/t/writes")
                .header("Idempotency-Key", key)
                .bodyValue(parts.build())
                .exchange();
    }

    @Test
    void aHalfFingerprintFitsEveryBodyAndNoneFitsAll() {
        byte[] body = Fingerprint.sha256().digest(new byte[] {1});
        byte[] other = Fingerprint.sha256().digest(new byte[] {2});
        assertThat(Fingerprint.fits(null, Fingerprint.of("a=b", body))).isTrue();
        assertThat(Fingerprint.fits(Fingerprint.of("a=b", null), Fingerprint.of("a=b", body)))
                .isTrue();
        assertThat(Fingerprint.fits(Fingerprint.of("a=b", body), Fingerprint.of("a=b", other)))
                .isFalse();
        assertThat(Fingerprint.fits(Fingerprint.of("a=b", body), Fingerprint.of("a=b", null)))
                .isFalse();
        assertThat(Fingerprint.fits(Fingerprint.of(null, body), Fingerprint.of("a=b", body)))
                .isFalse();
    }
}
