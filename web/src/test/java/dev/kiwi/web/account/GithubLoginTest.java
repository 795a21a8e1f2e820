package dev.kiwi.web.account;

import static dev.kiwi.web.account.GithubPerson.challenge;
import static dev.kiwi.web.app.RunningKiwi.PASSWORD;
import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.account.EnableSecondFactor;
import dev.kiwi.api.account.VoidSessions;
import dev.kiwi.api.formats.token.Sha256;
import dev.kiwi.web.account.GithubPerson.Begun;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.redis.RedisLink;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** The way of a login at GitHub through a browser and the portal, platform.md 5. */
@ExtendWith(WithKiwi.class)
class GithubLoginTest {
    private final RunningKiwi kiwi;
    private final GithubPerson person;

    GithubLoginTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.person = new GithubPerson(kiwi);
    }

    private RedisAsyncCommands<String, String> redis() {
        return kiwi.part(RedisLink.class).commands().orElseThrow();
    }

    private static String code(JsonNode refusal) {
        return refusal.at("/error/code").stringValue();
    }

    private JsonNode me(JsonNode tokens) {
        return json(kiwi.with(tokens.path("access_token").stringValue()).get().uri("/auth/me"));
    }

    @Test
    void itIsOffered() {
        assertThat(json(kiwi.client().get().uri("/config"))
                        .path("github_oauth_enabled")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void beginsAtGithubWithAStateAChallengeAndACookie() {
        EntityExchangeResult<Void> answer = person.start();
        String target = answer.getResponseHeaders().getLocation().toString();
        assertThat(target).startsWith(kiwi.github().uri() + "/login/oauth/authorize?");
        Map<String, String> asked = GithubPerson.fields(target.substring(target.indexOf('?') + 1));
        assertThat(asked)
                .containsOnlyKeys(
                        "client_id",
                        "redirect_uri",
                        "scope",
                        "state",
                        "allow_signup",
                        "code_challenge",
                        "code_challenge_method")
                .containsEntry("client_id", "client of the tests")
                .containsEntry("redirect_uri", "https://api.aallyn.net/auth/oauth/github/callback")
                .containsEntry("scope", "read:user user:email")
                .containsEntry("allow_signup", "true")
                .containsEntry("code_challenge_method", "S256");
        assertThat(asked.get("state")).matches("[A-Za-z0-9_-]{32}");
        assertThat(answer.getResponseHeaders().getCacheControl()).isEqualTo("no-store");
        ResponseCookie cookie = answer.getResponseCookies().getFirst(GithubPerson.COOKIE);
        assertThat(cookie.getValue()).matches("[A-Za-z0-9_-]{43}");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getMaxAge().toSeconds()).isEqualTo(600);
    }

    @Test
    void theVerifierIsShownToGithubOnlyAndIsOfThisLogin() {
        Begun begun = person.begin();
        Begun other = person.begin();
        assertThat(person.comeBack(begun)).startsWith("oauth=");
        String verifier = person.redeemed().get("code_verifier");
        assertThat(verifier).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(begun.cookie());
        assertThat(challenge(verifier))
                .isEqualTo(begun.asked().get("code_challenge"))
                .isNotEqualTo(other.asked().get("code_challenge"));
    }

    @Test
    void thePortalExchangesTheCodeForASession() {
        JsonNode tokens = json(
                person.exchange(person.oneTimeCode()).expectHeader().valueEquals("Cache-Control", "no-store"), 200);
        assertThat(tokens.propertyNames())
                .containsExactlyInAnyOrder("access_token", "refresh_token", "token_type", "expires_in");
        assertThat(tokens.path("expires_in").intValue()).isEqualTo(900);
        JsonNode me = me(tokens);
        assertThat(me.path("email").stringValue()).isEqualTo(person.email);
        assertThat(me.path("last_login_at").isString()).isTrue();
        json(kiwi.client()
                .post()
                .uri("/auth/refresh")
                .bodyValue(Map.of("refresh_token", tokens.path("refresh_token").stringValue())));
    }

    @Test
    void theCodeWorksOnce() {
        String oneTimeCode = person.oneTimeCode();
        json(person.exchange(oneTimeCode), 200);
        assertThat(code(json(person.exchange(oneTimeCode), 400))).isEqualTo("bad_request");
    }

    @Test
    void ofManyExchangesAtOnceOneWins() {
        String oneTimeCode = person.oneTimeCode();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Integer>> answers = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> statusOf(oneTimeCode), threads))
                    .limit(6)
                    .toList();
            assertThat(answers)
                    .map(CompletableFuture::join)
                    .containsOnlyOnce(200)
                    .containsOnly(200, 400);
        }
    }

    private int statusOf(String oneTimeCode) {
        return person.exchange(oneTimeCode).returnResult(Void.class).getStatus().value();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no code of ours", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void anyOtherCodeIs400(String other) {
        assertThat(code(json(person.exchange(other), 400))).isEqualTo("bad_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"code\":null}", "{", "[]", ""})
    void aBodyWithoutACodeIs422(String body) {
        ResponseSpec answer = kiwi.client()
                .post()
                .uri("/auth/oauth/exchange")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
        assertThat(code(json(answer, 422))).isEqualTo("validation_error");
    }

    /** A code that somebody else has got hold of, or was made to use, is good for nobody but the page that began. */
    @Test
    void aCodeIsForThePageThatBegan() {
        String verifier = "of the page that began, and of no other one";
        String begin = "?code_challenge=" + challenge(verifier);
        for (ResponseSpec other : List.of(
                person.exchange(person.oneTimeCode(begin)),
                person.exchange(person.oneTimeCode(begin), verifier + "?"),
                person.exchange(person.oneTimeCode(), verifier))) {
            assertThat(code(json(other, 400))).isEqualTo("bad_request");
        }
        json(person.exchange(person.oneTimeCode(begin), verifier), 200);
    }

    @Test
    void aCodeOfAnotherPageIsUsedUpByTheAttempt() {
        String verifier = "of the page that began, and of no other one";
        String oneTimeCode = person.oneTimeCode("?code_challenge=" + challenge(verifier));
        json(person.exchange(oneTimeCode), 400);
        json(person.exchange(oneTimeCode, verifier), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "an equals sign is not of this alphabet ===="})
    void aChallengeThatIsNoneIs422(String challenge) {
        ResponseSpec answer = person.browser
                .get()
                .uri("/auth/oauth/github/start?code_challenge={challenge}", challenge)
                .exchange();
        assertThat(code(json(answer, 422))).isEqualTo("validation_error");
    }

    @Test
    void whatIsKeptOpensNothingAndNotForLong() {
        Begun begun = person.begin();
        String stateKey = "oauthstate:" + Sha256.hex(begun.state());
        assertThat(redis().pttl(stateKey).toCompletableFuture().join()).isBetween(590_000L, 600_000L);
        assertThat(redis().get(stateKey).toCompletableFuture().join()).doesNotContain(begun.cookie(), begun.state());
        String fragment = person.comeBack(begun);
        assertThat(redis().exists(stateKey).toCompletableFuture().join()).isZero();
        String oneTimeCode = fragment.substring("oauth=".length());
        String codeKey = "oauthx:" + Sha256.hex(oneTimeCode);
        assertThat(redis().pttl(codeKey).toCompletableFuture().join()).isBetween(110_000L, 120_000L);
        assertThat(redis().get(codeKey).toCompletableFuture().join()).matches("[0-9a-f]{24}:0:");
        json(person.exchange(oneTimeCode), 200);
        assertThat(redis().exists(codeKey).toCompletableFuture().join()).isZero();
    }

    @Test
    void aCodeEndsWithWhatItProved() {
        String id =
                me(json(person.exchange(person.oneTimeCode()), 200)).path("id").stringValue();
        String oneTimeCode = person.oneTimeCode();
        kiwi.send(new VoidSessions(id));
        assertThat(code(json(person.exchange(oneTimeCode), 400))).isEqualTo("bad_request");
    }

    @Test
    void aSecondFactorIsAskedForHereToo() {
        Account owner = kiwi.account();
        kiwi.send(new EnableSecondFactor(owner.id(), 10));
        person.knownByItsAddress(owner.email());
        String oneTimeCode = person.oneTimeCode();
        JsonNode refusal = json(person.exchange(oneTimeCode), 401);
        assertThat(code(refusal)).isEqualTo("second_factor_required");
        assertThat(refusal.at("/error/details/expires_in").intValue()).isEqualTo(300);
        String challenge = refusal.at("/error/details/challenge").stringValue();
        ResponseSpec wrong = kiwi.client()
                .post()
                .uri("/auth/login/second-factor")
                .bodyValue(Map.of("challenge", challenge, "code", "000000"))
                .exchange();
        assertThat(code(json(wrong, 401))).as("the challenge is one").isEqualTo("invalid_credentials");
        json(person.exchange(oneTimeCode), 400);
    }

    @Test
    void oneAddressMayBeginSixtyTimesAMinute() {
        for (int i = 0; i < 60; i++) {
            person.start();
        }
        JsonNode refused =
                json(person.browser.get().uri("/auth/oauth/github/start").exchange(), 429);
        assertThat(code(refused)).isEqualTo("rate_limited");
        assertThat(code(json(person.exchange("any"), 429))).isEqualTo("rate_limited");
    }

    @Test
    void thePasswordOfSomebodyElseOpensNothingMore() {
        json(person.exchange(person.oneTimeCode()), 200);
        json(
                kiwi.client()
                        .post()
                        .uri("/auth/login")
                        .bodyValue(Map.of("email", person.email, "password", PASSWORD))
                        .exchange(),
                401);
    }
}
