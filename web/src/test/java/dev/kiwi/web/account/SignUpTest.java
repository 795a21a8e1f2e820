package dev.kiwi.web.account;

import static dev.kiwi.web.account.AccountCalls.expect;
import static dev.kiwi.web.account.AccountCalls.freshEmail;
import static dev.kiwi.web.app.RunningKiwi.PASSWORD;
import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** platform.md 3.8; the captcha is in CaptchaTest. */
@ExtendWith(WithKiwi.class)
class SignUpTest {
    private final RunningKiwi kiwi;
    private final AccountCalls calls;
    private final String email = freshEmail();

    SignUpTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.calls = new AccountCalls(kiwi);
    }

    private ResponseSpec signUp(Map<String, Object> more) {
        return signUp(kiwi.client(), more);
    }

    private ResponseSpec signUp(WebTestClient client, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("email", email, "password", PASSWORD));
        body.putAll(more);
        return AccountCalls.post(client, "/auth/signup", body);
    }

    @Test
    void makesAnUnverifiedAccountAndHasAVerificationMailSent() {
        JsonNode account =
                json(signUp(Map.of("email", " " + email.toUpperCase(Locale.ROOT), "display_name", "  Ada  ")), 201);
        assertThat(account.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "email",
                        "display_name",
                        "is_active",
                        "is_verified",
                        "is_superuser",
                        "roles",
                        "created_at",
                        "last_login_at");
        assertThat(account.path("email").stringValue()).isEqualTo(email);
        assertThat(account.path("display_name").stringValue()).isEqualTo("Ada");
        assertThat(account.path("is_active").booleanValue()).isTrue();
        assertThat(account.path("is_verified").booleanValue()).isFalse();
        assertThat(account.path("is_superuser").booleanValue()).isFalse();
        assertThat(account.path("last_login_at").isNull()).isTrue();
        String id = account.path("id").stringValue();
        assertThat(id).matches("[0-9a-f]{24}");
        assertThat(calls.events(id)).containsExactly("AccountRegistered", "VerificationRequested");
        expect(calls.login(email, PASSWORD), 403, "email_unverified");
    }

    @Test
    void refusesAnAddressThatIsTaken() {
        json(signUp(Map.of()), 201);
        expect(signUp(Map.of("password", "another password")), 409, "email_taken");
        json(signUp(Map.of("email", "plus+" + email)), 201);
    }

    @Test
    void ofManyAtOnceOnlyOneGetsTheAddress() {
        List<CompletableFuture<Integer>> answers = Stream.generate(() -> CompletableFuture.supplyAsync(() ->
                        signUp(Map.of()).returnResult(String.class).getStatus().value()))
                .limit(4)
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 409, 409, 409);
    }

    @Test
    void refusesAThrowAwayAddress() {
        expect(signUp(Map.of("email", "a@mailinator.com")), 400, "disposable_email");
    }

    @Test
    void refusesAPasswordThatAttackersKnow() {
        JsonNode answer = json(signUp(Map.of("password", "password")), 400);
        assertThat(answer.at("/error/code").stringValue()).isEqualTo("password_breached");
        assertThat(answer.at("/error/details/breach_count").intValue()).isEqualTo(10_434_004);
        expect(calls.login(email, "password"), 401, "invalid_credentials");
    }

    /** The trap looks like the captcha, comes before everything else that is asked, and makes nothing. */
    @Test
    void refusesProgramsThatFillInEverythingOrAreFasterThanPeople() {
        expect(signUp(Map.of("website", "https://spam.example")), 400, "captcha_failed");
        expect(signUp(Map.of("website", "x", "email", "a@mailinator.com")), 400, "captcha_failed");
        long now = System.currentTimeMillis();
        expect(signUp(Map.of("form_started_at", now)), 400, "captcha_failed");
        expect(signUp(Map.of("form_started_at", now + 3_600_000)), 400, "captcha_failed");
        json(signUp(Map.of("form_started_at", now - 2_500, "website", "")), 201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"email\":\"a@kiwi.example\"}",
                "{\"email\":\"no address\",\"password\":\"long enough\"}",
                "{\"email\":\"Ada <a@kiwi.example>\",\"password\":\"long enough\"}",
                "{\"email\":\"a@kiwi.example\",\"password\":\"7 chars\"}",
                "{\"email\":\"a@kiwi.example\",\"password\":12345678}",
                "{\"email\":\"a@kiwi.example\",\"password\":\"long enough\",\"form_started_at\":\"soon\"}",
                "{\"email\":\"a@kiwi.example\",\"password\":\"long enough\",\"display_name\":\"a\\u0000b\"}"
            })
    void refusesABodyThatIsNone(String body) {
        JsonNode answer = json(
                kiwi.client()
                        .post()
                        .uri("/auth/signup")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange(),
                422);
        assertThat(answer.at("/error/code").stringValue()).isEqualTo("validation_error");
        assertThat(answer.at("/error/details").isArray()).isTrue();
    }

    @Test
    void saysWhatIsWrongWithAPasswordAndNotWhatItIs() {
        JsonNode tooShort = json(signUp(Map.of("password", "sesame!")), 422).at("/error/details/0");
        assertThat(tooShort.path("loc").toString()).isEqualTo("[\"body\",\"password\"]");
        assertThat(tooShort.path("type").stringValue()).isEqualTo("string_too_short");
        assertThat(tooShort.toString()).doesNotContain("sesame");
        JsonNode tooLong =
                json(signUp(Map.of("password", "x".repeat(257))), 422).at("/error/details/0");
        assertThat(tooLong.path("type").stringValue()).isEqualTo("string_too_long");
        json(signUp(Map.of("password", "x".repeat(256))), 201);
    }

    @Test
    void refusesANameOf81Characters() {
        json(signUp(Map.of("display_name", "x".repeat(81))), 422);
        json(signUp(Map.of("display_name", "x".repeat(80))), 201);
    }

    /** What is no sign-up does not count; every one that is does, also when it is refused later. */
    @Test
    void refusesTheSixthSignUpFromAnAddress() {
        WebTestClient client = kiwi.from("203.0.113.78");
        json(signUp(client, Map.of("password", "short")), 422);
        for (int i = 0; i < 5; i++) {
            expect(signUp(client, Map.of("website", "x")), 400, "captcha_failed");
        }
        expect(
                signUp(client, Map.of())
                        .expectHeader()
                        .value(
                                "Retry-After",
                                seconds -> assertThat(Integer.parseInt(seconds)).isBetween(3_500, 3_600)),
                429,
                "rate_limited");
        json(signUp(Map.of()), 201);
    }
}
