package dev.kiwi.web.siteuser;

import static dev.kiwi.web.app.RunningKiwi.json;
import static dev.kiwi.web.siteuser.SiteCalls.fragment;
import static dev.kiwi.web.siteuser.SiteCalls.freshId;
import static dev.kiwi.web.siteuser.SiteCalls.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.oauth.Pkce;
import dev.kiwi.web.siteuser.SiteCalls.Begun;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/** site-users.md 4. */
@ExtendWith(WithKiwi.class)
class DiscordSignInTest {
    private final RunningKiwi kiwi;
    private final SiteCalls calls;

    DiscordSignInTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.calls = new SiteCalls(kiwi);
    }

    @Test
    void startingLeadsToDiscordWithAStateAndAChallenge() {
        Begun begun = calls.begin("?client=web");
        assertThat(begun.page().toString()).startsWith(DiscordStandIn.url() + "/oauth2/authorize?");
        Map<String, String> query = begun.query();
        assertThat(query)
                .containsEntry("client_id", DiscordStandIn.CLIENT_ID)
                .containsEntry("redirect_uri", "https://api.aallyn.net/v1/site-auth/oauth/discord/callback")
                .containsEntry("response_type", "code")
                .containsEntry("scope", "identify")
                .containsEntry("code_challenge_method", "S256");
        assertThat(query.get("state")).matches("[A-Za-z0-9_-]{32}");
        assertThat(query.get("code_challenge")).matches("[A-Za-z0-9_-]{43}");
        assertThat(calls.begin("").state()).isNotEqualTo(begun.state());
    }

    /** Without the proof that its script makes, nobody would come back signed in. */
    @Test
    void thePageOffersTheSignInOnceItsScriptRuns() {
        assertThat(page("/login?next=/giveaways"))
                .containsPattern("<button[^>]* id=\"discord\"[^>]* disabled>")
                .doesNotContain("/v1/site-auth/oauth/discord/start");
    }

    private String page(String path) {
        return HtmlUtils.htmlUnescape(String.valueOf(kiwi.client()
                .get()
                .uri(URI.create("http://127.0.0.1:" + kiwi.port() + path))
                .header("Host", "trove.aallyn.net")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody()));
    }

    @Test
    void theCookieIsForThisBrowserAndThisHostAlone() {
        kiwi.client()
                .get()
                .uri("/v1/site-auth/oauth/discord/start")
                .exchange()
                .expectHeader()
                .valueMatches(
                        "Set-Cookie",
                        "(?i)__Host-kiwi-site-sign-in=[A-Za-z0-9_-]{32}; Max-Age=600; .*Path=/; Secure; HttpOnly; SameSite=Lax")
                .expectHeader()
                .valueEquals("Cache-Control", "no-store");
    }

    @Test
    void aFirstSignInMakesASiteUser() {
        String id = freshId();
        JsonNode tokens = calls.signIn(profile(id, "Newcomer" + id));
        assertThat(tokens.propertyNames())
                .containsExactlyInAnyOrder("access_token", "refresh_token", "token_type", "expires_in");
        assertThat(tokens.path("expires_in").intValue()).isEqualTo(900);
        assertThat(tokens.path("token_type").stringValue()).isEqualTo("bearer");
        JsonNode me = calls.me(tokens.path("access_token").stringValue());
        assertThat(me.path("username").stringValue()).isEqualTo(("newcomer" + id).substring(0, 20));
        assertThat(me.path("display_name").stringValue()).isEqualTo("The Newcomer" + id);
        assertThat(me.path("avatar_url").stringValue())
                .isEqualTo("https://cdn.discordapp.com/avatars/" + id + "/a_1.gif?size=128");
        assertThat(me.path("is_verified").booleanValue()).isTrue();
        assertThat(me.path("last_login_at").isNull()).isFalse();
    }

    @Test
    void theCodeIsShownToDiscordWithTheVerifierOfTheChallenge() {
        Begun begun = calls.begin("");
        String code = DiscordStandIn.codeOf(profile(freshId(), "pkce"));
        assertThat(fragment(begun.comeBack(code))).startsWith("discord=");
        Map<String, String> form = DiscordStandIn.presented(code);
        assertThat(form).containsEntry("client_secret", DiscordStandIn.CLIENT_SECRET);
        assertThat(Pkce.challenge(form.get("code_verifier")))
                .isEqualTo(begun.query().get("code_challenge"));
    }

    @Test
    void theSamePersonIsTheSameSiteUserAndTheUsernameFollowsDiscord() {
        String id = freshId();
        JsonNode first = calls.me(
                calls.signIn(profile(id, "a" + id)).path("access_token").stringValue());
        JsonNode second = calls.me(
                calls.signIn(profile(id, "b" + id)).path("access_token").stringValue());
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(first.path("username").stringValue()).startsWith("a");
        assertThat(second.path("username").stringValue()).isEqualTo("b" + id);
        assertThat(second.path("discord_handle").stringValue()).isEqualTo("b" + id);
        // One's own choice stays.
        assertThat(second.path("display_name")).isEqualTo(first.path("display_name"));
    }

    @Test
    void ofTwoPeopleWithOneNameTheSecondGetsOneNearIt() {
        String name = "n" + freshId();
        calls.signIn(profile(freshId(), name));
        JsonNode second = calls.me(
                calls.signIn(profile(freshId(), name)).path("access_token").stringValue());
        assertThat(second.path("username").stringValue()).matches(name.substring(0, 18) + "[0-9a-f]{4}");
    }

    @Test
    void onePersonWhoSignsInManyTimesAtOnceIsOneSiteUser() throws Exception {
        String id = freshId();
        List<Begun> begun = Stream.generate(() -> calls.begin("")).limit(4).toList();
        List<Callable<String>> arrivals = begun.stream()
                .map(one ->
                        (Callable<String>) () -> fragment(one.comeBack(DiscordStandIn.codeOf(profile(id, "m" + id)))))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Set<String> people = threads.invokeAll(arrivals).stream()
                    .map(Future::resultNow)
                    .map(fragment -> json(calls.exchange(fragment.substring("discord=".length())), 200))
                    .map(tokens -> calls.me(tokens.path("access_token").stringValue())
                            .path("id")
                            .stringValue())
                    .collect(Collectors.toSet());
            assertThat(people).hasSize(1);
        }
    }

    @Test
    void theAppIsOpenedByAPageWithoutAScript() {
        String page = html(calls.begin("?client=app").comeBack(DiscordStandIn.codeOf(profile(freshId(), "app"))));
        assertThat(page)
                .containsPattern("http-equiv=\"refresh\" content=\"0;url=btt://auth/discord\\?code=[A-Za-z0-9_-]{32}\"")
                .doesNotContain("<script", "{{");
        Begun refused = calls.begin("?client=app");
        assertThat(html(refused.browser()
                        .get()
                        .uri("/v1/site-auth/oauth/discord/callback?error=access_denied&state=" + refused.state())
                        .exchange()))
                .contains("btt://auth/discord?error=missing");
    }

    private static String html(org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec answer) {
        return answer.expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Content-Type", "text/html;charset=UTF-8")
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    @Test
    void aPathToGoToComesBackAndNothingElseDoes() {
        calls.begin("?next=/mods/new?mode=git")
                .comeBack(DiscordStandIn.codeOf(profile(freshId(), "next")))
                .expectHeader()
                .valueMatches(
                        "Location",
                        "https://trove\\.aallyn\\.net/login\\?next=%2Fmods%2Fnew%3Fmode%3Dgit#discord=.{32}");
        calls.begin("?next=//evil.example")
                .comeBack(DiscordStandIn.codeOf(profile(freshId(), "next")))
                .expectHeader()
                .valueMatches("Location", "https://trove\\.aallyn\\.net/login#discord=.{32}");
    }

    @Test
    void twoTabsOfOneBrowserBothGetThrough() {
        Begun first = calls.begin("");
        var second = first.browser()
                .get()
                .uri("/v1/site-auth/oauth/discord/start")
                .exchange()
                .expectBody()
                .returnResult();
        Begun again = new Begun(first.browser(), second.getResponseHeaders().getLocation());
        for (Begun tab : List.of(again, first)) {
            assertThat(fragment(tab.comeBack(DiscordStandIn.codeOf(profile(freshId(), "tabs")))))
                    .startsWith("discord=");
        }
    }
}
