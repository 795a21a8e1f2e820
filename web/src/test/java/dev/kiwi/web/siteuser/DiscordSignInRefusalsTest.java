package dev.kiwi.web.siteuser;

import static dev.kiwi.web.app.RunningKiwi.json;
import static dev.kiwi.web.siteuser.SiteCalls.expect;
import static dev.kiwi.web.siteuser.SiteCalls.fragment;
import static dev.kiwi.web.siteuser.SiteCalls.freshId;
import static dev.kiwi.web.siteuser.SiteCalls.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.siteuser.DeactivateSiteUser;
import dev.kiwi.embedded.TestUpstream.Answer;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.oauth.Pkce;
import dev.kiwi.web.siteuser.SiteCalls.Begun;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

/** site-users.md 4: how a sign-in can end without tokens. */
@ExtendWith(WithKiwi.class)
class DiscordSignInRefusalsTest {
    private final RunningKiwi kiwi;
    private final SiteCalls calls;

    DiscordSignInRefusalsTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.calls = new SiteCalls(kiwi);
    }

    @Test
    void aStateIsGoodOnce() {
        Begun begun = calls.begin("");
        String code = DiscordStandIn.codeOf(profile(freshId(), "once"));
        assertThat(fragment(begun.comeBack(code))).startsWith("discord=");
        assertThat(fragment(begun.comeBack(code))).isEqualTo("oauth_error=state");
        assertThat(DiscordStandIn.timesPresented(code)).isOne();
    }

    @Test
    void aStateOfAnotherBrowserIsNone() {
        Begun begun = calls.begin("");
        String code = DiscordStandIn.codeOf(profile(freshId(), "other"));
        assertThat(fragment(Begun.comeBack(kiwi.client(), code, begun.state()))).isEqualTo("oauth_error=state");
        Begun others = calls.begin("");
        assertThat(fragment(Begun.comeBack(begun.browser(), code, others.state())))
                .isEqualTo("oauth_error=state");
        assertThat(DiscordStandIn.timesPresented(code)).isZero();
    }

    @Test
    void anUnknownOrOldStateIsNone() {
        Begun begun = calls.begin("");
        String code = DiscordStandIn.codeOf(profile(freshId(), "late"));
        assertThat(fragment(Begun.comeBack(begun.browser(), code, "x".repeat(32))))
                .isEqualTo("oauth_error=state");
        kiwi.later(
                Duration.ofSeconds(601),
                () -> assertThat(fragment(begun.comeBack(code))).isEqualTo("oauth_error=state"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?code=x", "?state=", "?code=x&state="})
    void withoutAStateSomethingIsMissing(String query) {
        assertThat(fragment(kiwi.client()
                        .get()
                        .uri("/v1/site-auth/oauth/discord/callback" + query)
                        .exchange()))
                .isEqualTo("oauth_error=missing");
    }

    @Test
    void whoDoesNotAgreeHasNoCode() {
        Begun begun = calls.begin("");
        assertThat(fragment(begun.browser()
                        .get()
                        .uri("/v1/site-auth/oauth/discord/callback?error=access_denied&state=" + begun.state())
                        .exchange()))
                .isEqualTo("oauth_error=missing");
    }

    @Test
    void aCodeThatDiscordDoesNotTakeIsNotExchanged() {
        assertThat(fragment(calls.begin("").comeBack("unknown"))).isEqualTo("oauth_error=exchange");
    }

    @Test
    void aDiscordThatFailsIsNamed() {
        assertThat(fragment(calls.begin("").comeBack(DiscordStandIn.refusedCode(new Answer(503, "")))))
                .isEqualTo("oauth_error=discord");
        assertThat(fragment(calls.begin("").comeBack(DiscordStandIn.code(new Answer(500, "{}")))))
                .isEqualTo("oauth_error=discord");
    }

    @Test
    void aDeactivatedSiteUserIsInactive() {
        String id = freshId();
        String user = calls.me(calls.signIn(profile(id, "off" + id))
                        .path("access_token")
                        .stringValue())
                .path("id")
                .stringValue();
        kiwi.send(new DeactivateSiteUser(user));
        assertThat(fragment(calls.begin("").comeBack(DiscordStandIn.codeOf(profile(id, "off" + id)))))
                .isEqualTo("oauth_error=inactive");
    }

    @Test
    void aCodeOfOursIsGoodOnceForTwoMinutes() {
        String code = calls.code(profile(freshId(), "code"));
        json(calls.exchange(code), 200);
        expect(calls.exchange(code), 400, "bad_request");
        expect(calls.exchange("x".repeat(32)), 400, "bad_request");
        String late = calls.code(profile(freshId(), "code"));
        kiwi.later(Duration.ofSeconds(121), () -> expect(calls.exchange(late), 400, "bad_request"));
    }

    @Test
    void aCodeOfOneWhoIsDeactivatedMeanwhileIsNotGood() {
        String id = freshId();
        String user = calls.me(calls.signIn(profile(id, "mean" + id))
                        .path("access_token")
                        .stringValue())
                .path("id")
                .stringValue();
        String code = calls.code(profile(id, "mean" + id));
        kiwi.send(new DeactivateSiteUser(user));
        expect(calls.exchange(code), 400, "bad_request");
    }

    /** A code that somebody else has got hold of, or was made to use, is good for nobody but the page that began. */
    @Test
    void aCodeOfOursIsForThePageThatBegan() {
        String verifier = "of the page that began, and of no other one";
        String begin = "?code_challenge=" + Pkce.challenge(verifier);
        String profile = profile(freshId(), "page");
        expect(calls.exchange(calls.code(begin, profile)), 400, "bad_request");
        expect(calls.exchange(calls.code(begin, profile), verifier + "?"), 400, "bad_request");
        expect(calls.exchange(calls.code(profile), verifier), 400, "bad_request");
        String code = calls.code(begin, profile);
        json(calls.exchange(code, verifier), 200);
        expect(calls.exchange(code, verifier), 400, "bad_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "an equals sign is not of this alphabet ===="})
    void aChallengeThatIsNoneIsRefused(String challenge) {
        expect(
                kiwi.client()
                        .get()
                        .uri("/v1/site-auth/oauth/discord/start?code_challenge={challenge}", challenge)
                        .exchange(),
                422,
                "validation_error");
    }

    @Test
    void anIdempotencyKeyReplaysNoTokens() {
        String code = calls.code(profile(freshId(), "idem"));
        for (int status : List.of(200, 400)) {
            kiwi.client()
                    .post()
                    .uri("/v1/site-auth/oauth/exchange")
                    .header("Idempotency-Key", "again")
                    .bodyValue(Map.of("code", code))
                    .exchange()
                    .expectStatus()
                    .isEqualTo(status)
                    .expectHeader()
                    .doesNotExist("Idempotent-Replay");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"code\":null}", "{\"code\":7}"})
    void refusesABodyThatIsNone(String body) {
        expect(
                kiwi.client()
                        .post()
                        .uri("/v1/site-auth/oauth/exchange")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange(),
                422,
                "validation_error");
    }

    @Test
    void oneAddressBeginsTenTimesInFiveMinutes() {
        var client = kiwi.client();
        for (int i = 0; i < 10; i++) {
            client.get()
                    .uri("/v1/site-auth/oauth/discord/start")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(307);
        }
        expect(client.get().uri("/v1/site-auth/oauth/discord/start").exchange(), 429, "rate_limited");
    }
}
