package dev.kiwi.web.siteuser;

import static dev.kiwi.web.app.RunningKiwi.json;
import static dev.kiwi.web.siteuser.SiteCalls.expect;
import static dev.kiwi.web.siteuser.SiteCalls.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.api.siteuser.DeactivateSiteUser;
import dev.kiwi.api.siteuser.EraseSiteUser;
import dev.kiwi.api.siteuser.OpenSiteSession;
import dev.kiwi.command.claim.Claims;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.schedule.ScheduledJob;
import dev.kiwi.command.siteuser.SiteSessionClaims;
import dev.kiwi.query.dispatch.QueryDispatcher;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.siteuser.SiteCalls.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** site-users.md 5, ruling 2. */
@ExtendWith(WithKiwi.class)
class SiteSessionsTest {
    private final RunningKiwi kiwi;
    private final SiteCalls calls;
    private final Person person;

    SiteSessionsTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.calls = new SiteCalls(kiwi);
        this.person = calls.person();
    }

    private ResponseSpec refresh(String token) {
        return post(kiwi.client(), "/v1/site-auth/refresh", Map.of("refresh_token", token));
    }

    private String next(String token) {
        return json(refresh(token), 200).path("refresh_token").stringValue();
    }

    private void refused(String token) {
        expect(refresh(token).expectHeader().valueEquals("WWW-Authenticate", "Bearer"), 401, "not_authenticated");
    }

    private JsonNode get(String bearer, String path) {
        return json(kiwi.with(bearer).get().uri("/v1/site-auth" + path));
    }

    private List<String> incidents(String bearer) {
        return get(bearer, "/security-events")
                .valueStream()
                .map(incident -> incident.path("kind").stringValue())
                .toList();
    }

    @Test
    void aRefreshAnswersNewTokensOfTheSameSession() {
        JsonNode tokens = json(refresh(person.refresh()).expectHeader().valueEquals("Cache-Control", "no-store"), 200);
        assertThat(tokens.propertyNames())
                .containsExactlyInAnyOrder("access_token", "refresh_token", "token_type", "expires_in");
        JsonNode session =
                get(tokens.path("access_token").stringValue(), "/sessions").get(0);
        assertThat(session.path("id").stringValue()).isEqualTo(person.sessionId());
        assertThat(session.path("current").booleanValue()).isTrue();
    }

    @Test
    void aTokenPresentedTwiceWithinSecondsIsOnlyRefused() {
        String second = next(person.refresh());
        refused(person.refresh());
        next(second);
        assertThat(incidents(person.token())).isEmpty();
    }

    @Test
    void aTokenPresentedAgainLaterEndsTheWholeFamilyAndOneSeesIt() {
        String second = next(person.refresh());
        kiwi.later(Duration.ofSeconds(12), () -> refused(person.refresh()));
        refused(second);
        assertThat(incidents(person.token())).containsExactly("refresh_token_reused");
        assertThat(get(person.token(), "/sessions")).isEmpty();
    }

    @Test
    void ofParallelRefreshesExactlyOneWins() throws Exception {
        int atOnce = 6;
        List<Callable<ResponseSpec>> all = Stream.generate(
                        () -> (Callable<ResponseSpec>) () -> refresh(person.refresh()))
                .limit(atOnce)
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
            List<Integer> statuses = threads.invokeAll(all).stream()
                    .map(Future::resultNow)
                    .map(answer -> answer.returnResult(Void.class).getStatus().value())
                    .sorted()
                    .toList();
            assertThat(statuses).containsExactly(200, 401, 401, 401, 401, 401);
        }
    }

    @Test
    void whatIsNoRefreshTokenIsRefused() {
        Account account = kiwi.account();
        refused("");
        refused("x".repeat(64));
        refused(person.token());
        refused(account.session());
    }

    @Test
    void aSessionEndsAfterThirtyDaysHoweverOftenItIsRefreshed() {
        String second = next(person.refresh());
        kiwi.later(Duration.ofDays(30), () -> refused(second));
    }

    @Test
    void whoIsDeactivatedOrErasedIsRefusedAtOnce() {
        kiwi.send(new DeactivateSiteUser(person.id()));
        refused(person.refresh());
        notAuthenticated(person.token());
        Person other = calls.person();
        get(other.token(), "/me");
        kiwi.send(new EraseSiteUser(other.id(), other.username()));
        refused(other.refresh());
        notAuthenticated(other.token());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"refresh_token\":null}", "{\"refresh_token\":7}"})
    void aRefreshNeedsABody(String body) {
        expect(raw("/v1/site-auth/refresh", body), 422, "validation_error");
    }

    @Test
    void aLogoutEndsTheSession() {
        post(kiwi.client(), "/v1/site-auth/logout", Map.of("refresh_token", person.refresh()))
                .expectStatus()
                .isNoContent();
        refused(person.refresh());
        assertThat(get(person.token(), "/sessions")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"refresh_token\":null}", "{\"refresh_token\":\"nobody's\"}"})
    void aLogoutOfNothingIsNoError(String body) {
        raw("/v1/site-auth/logout", body).expectStatus().isNoContent();
    }

    @Test
    void aBodyOfALogoutIsOneAllTheSame() {
        expect(raw("/v1/site-auth/logout", "{\"refresh_token\":[]}"), 422, "validation_error");
    }

    private ResponseSpec raw(String path, String body) {
        return kiwi.client()
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    @Test
    void aLogoutEverywhereEndsAllTokensAtOnce() {
        Person again = calls.again(person);
        get(again.token(), "/me");
        post(kiwi.with(person.token()), "/v1/site-auth/logout-all", "")
                .expectStatus()
                .isNoContent();
        for (Person session : List.of(person, again)) {
            refused(session.refresh());
            notAuthenticated(session.token());
        }
    }

    @Test
    void listsGoodSessionsAndEndsOne() {
        Person again = calls.again(person);
        JsonNode sessions = get(person.token(), "/sessions");
        assertThat(sessions).hasSize(2);
        assertThat(sessions.get(0).propertyNames())
                .containsExactlyInAnyOrder("id", "device", "created_at", "last_used_at", "expires_at", "current");
        assertThat(sessions.get(0).path("device").stringValue()).isEqualTo("Opera on macOS");
        end(person, again.sessionId()).expectStatus().isNoContent();
        end(person, again.sessionId()).expectStatus().isNoContent();
        refused(again.refresh());
        assertThat(get(person.token(), "/sessions")).hasSize(1);
        // Its access token lives on for minutes.
        get(again.token(), "/me");
    }

    @Test
    void aForeignSessionIsNotThereAndAMalformedIdIsNone() {
        Person other = calls.person();
        expect(end(person, other.sessionId()), 404, "not_found");
        expect(end(person, "0".repeat(24)), 404, "not_found");
        expect(end(person, "x"), 422, "validation_error");
        next(other.refresh());
    }

    private ResponseSpec end(Person by, String session) {
        return kiwi.with(by.token())
                .delete()
                .uri("/v1/site-auth/sessions/{id}", session)
                .exchange();
    }

    @Test
    void whatIsOverIsForgotten() throws Exception {
        String session = new ObjectId().toHexString();
        kiwi.send(new OpenSiteSession(session, person.id(), 0, "hash of " + session, null, Duration.ZERO));
        Claims claims = kiwi.part(Claims.class);
        assertThat(SiteSessionClaims.sessionOf(claims, "hash of " + session)).hasValue(session);
        ScheduledJob job = new SiteSessionExpiry()
                .siteSessionExpiryJob(kiwi.part(QueryDispatcher.class), kiwi.part(CommandDispatcher.class));
        await().untilAsserted(() -> {
            assertThat(job.work().run()).endsWith("expired sessions forgotten");
            assertThat(SiteSessionClaims.sessionOf(claims, "hash of " + session))
                    .isEmpty();
        });
        assertThat(SiteSessionClaims.opened(claims, session)).isEmpty();
    }

    @Test
    void aTokenWhoseTimeIsOverIsRefused() {
        kiwi.later(Duration.ofMinutes(16), () -> notAuthenticated(person.token()));
    }

    private void notAuthenticated(String bearer) {
        expect(kiwi.with(bearer).get().uri("/v1/site-auth/me").exchange(), 401, "not_authenticated");
    }
}
