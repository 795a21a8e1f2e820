package dev.kiwi.web.session;

import static dev.kiwi.web.app.RunningKiwi.json;
import static dev.kiwi.web.session.OpenedSession.refresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.account.EraseAccount;
import dev.kiwi.api.account.VoidSessions;
import dev.kiwi.api.session.RevokeSession;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** platform.md 4.2 and 4.3, ruling 2. */
@ExtendWith(WithKiwi.class)
class RefreshTest {
    private final RunningKiwi kiwi;
    private final Account owner;
    private final OpenedSession session;

    RefreshTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.owner = kiwi.account();
        this.session = OpenedSession.of(kiwi, owner.id());
    }

    private String next(String token) {
        return json(refresh(kiwi.client(), token), 200).path("refresh_token").stringValue();
    }

    private void refused(String token) {
        JsonNode answer =
                json(refresh(kiwi.client(), token).expectHeader().valueEquals("WWW-Authenticate", "Bearer"), 401);
        assertThat(answer.at("/error/code").stringValue()).isEqualTo("not_authenticated");
    }

    private List<String> incidents() {
        return json(kiwi.with(owner.session()).get().uri("/auth/security-events"))
                .valueStream()
                .map(incident -> incident.path("kind").stringValue())
                .toList();
    }

    @Test
    void answersNewTokensOfTheSameSession() {
        JsonNode tokens = json(
                refresh(
                                kiwi.client()
                                        .mutate()
                                        .defaultHeader("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0")
                                        .build(),
                                session.refreshToken())
                        .expectHeader()
                        .valueEquals("Cache-Control", "no-store"),
                200);
        assertThat(tokens.propertyNames())
                .containsExactlyInAnyOrder("access_token", "refresh_token", "token_type", "expires_in");
        assertThat(tokens.path("refresh_token").stringValue())
                .matches("[A-Za-z0-9_-]{64}")
                .isNotEqualTo(session.refreshToken());
        JsonNode current = json(kiwi.with(tokens.path("access_token").stringValue())
                        .get()
                        .uri("/auth/sessions"))
                .get(0);
        assertThat(current.path("id").stringValue()).isEqualTo(session.id());
        assertThat(current.path("current").booleanValue()).isTrue();
        assertThat(current.path("device").stringValue()).isEqualTo("Firefox on Linux");
        assertThat(Instant.parse(current.path("last_used_at").stringValue()))
                .isAfter(current.path("created_at").stringValue());
    }

    @Test
    void aTokenPresentedTwiceWithinSecondsIsOnlyRefused() {
        String second = next(session.refreshToken());
        refused(session.refreshToken());
        next(second);
        assertThat(incidents()).doesNotContain("refresh_token_reused");
    }

    @Test
    void aTokenPresentedAgainLaterEndsTheWholeFamilyAndItsOwnerSeesIt() {
        String second = next(session.refreshToken());
        kiwi.later(Duration.ofSeconds(12), () -> refused(session.refreshToken()));
        refused(second);
        assertThat(incidents()).contains("refresh_token_reused");
        assertThat(json(kiwi.with(owner.session()).get().uri("/auth/sessions")).valueStream())
                .noneMatch(listed -> listed.path("id").stringValue().equals(session.id()));
    }

    @Test
    void ofParallelRefreshesExactlyOneWinsAndTheSessionGoesOn() throws Exception {
        int atOnce = 8;
        List<Callable<ResponseSpec>> calls = Stream.generate(kiwi::client)
                .limit(atOnce)
                .map(client -> (Callable<ResponseSpec>) () -> refresh(client, session.refreshToken()))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
            List<JsonNode> answers =
                    threads.invokeAll(calls).stream().map(RefreshTest::body).toList();
            List<JsonNode> won = answers.stream()
                    .filter(answer -> answer.has("refresh_token"))
                    .toList();
            assertThat(won).hasSize(1);
            assertThat(answers.stream().filter(answer -> answer.has("error")))
                    .hasSize(atOnce - 1)
                    .allMatch(answer -> answer.at("/error/code").stringValue().equals("not_authenticated"));
            next(won.getFirst().path("refresh_token").stringValue());
        }
    }

    private static JsonNode body(Future<ResponseSpec> call) {
        try {
            return call.get().expectBody(JsonNode.class).returnResult().getResponseBody();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anIdempotencyKeyReplaysNoTokens() {
        for (int status : List.of(200, 401)) {
            kiwi.client()
                    .post()
                    .uri("/auth/refresh")
                    .header("Idempotency-Key", "again")
                    .bodyValue(Map.of("refresh_token", session.refreshToken()))
                    .exchange()
                    .expectStatus()
                    .isEqualTo(status)
                    .expectHeader()
                    .doesNotExist("Idempotent-Replay");
        }
    }

    @Test
    void whatIsNoRefreshTokenIsRefused() {
        refused("");
        refused("x".repeat(64));
        refused(owner.session());
        refused(kiwi.token(owner));
    }

    @Test
    void aRevokedSessionIsRefused() {
        kiwi.send(new RevokeSession(session.id(), owner.id()));
        refused(session.refreshToken());
    }

    @Test
    void aSessionEndsAfterThirtyDaysHoweverOftenItIsRefreshed() {
        String second = next(session.refreshToken());
        kiwi.later(Duration.ofDays(30), () -> refused(second));
    }

    @Test
    void aSessionOfBeforeALogoutEverywhereIsRefused() {
        kiwi.send(new VoidSessions(owner.id()));
        refused(session.refreshToken());
    }

    @Test
    void anErasedAccountIsRefused() {
        kiwi.send(new EraseAccount(owner.id()));
        refused(session.refreshToken());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"refresh_token\":null}", "{\"refresh_token\":7}"})
    void refusesABodyThatIsNone(String body) {
        JsonNode answer = json(post("/auth/refresh", body), 422);
        assertThat(answer.at("/error/code").stringValue()).isEqualTo("validation_error");
    }

    @Test
    void aLogoutEndsTheSession() {
        post("/auth/logout", "{\"refresh_token\":\"" + session.refreshToken() + "\"}")
                .expectStatus()
                .isNoContent()
                .expectBody()
                .isEmpty();
        refused(session.refreshToken());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"refresh_token\":null}", "{\"refresh_token\":\"nobody's\"}"})
    void aLogoutOfNothingIsNoError(String body) {
        post("/auth/logout", body).expectStatus().isNoContent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"refresh_token\":[]}"})
    void aLogoutNeedsABodyAllTheSame(String body) {
        json(post("/auth/logout", body), 422);
    }

    private ResponseSpec post(String uri, String body) {
        return kiwi.client()
                .post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
