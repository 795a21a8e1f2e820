package dev.kiwi.web.siteuser;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.api.formats.token.RefreshTokenText;
import dev.kiwi.api.session.SessionList;
import dev.kiwi.api.siteuser.DiscordProfile;
import dev.kiwi.api.siteuser.ListSiteSessions;
import dev.kiwi.api.siteuser.OpenSiteSession;
import dev.kiwi.api.siteuser.RegisterSiteUser;
import dev.kiwi.query.dispatch.QueryDispatcher;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.credential.SiteTokens;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.types.ObjectId;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What the tests of site users ask of a running Kiwi. */
record SiteCalls(RunningKiwi kiwi) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong DISCORD_ID = new AtomicLong(80_351_110_224_678_912L);

    /** A Discord id that nobody has. */
    static String freshId() {
        return Long.toString(DISCORD_ID.incrementAndGet());
    }

    static String profile(String id, String username) {
        return "{\"id\":\"" + id + "\",\"username\":\"" + username + "\",\"global_name\":\"The " + username
                + "\",\"avatar\":\"a_1\"}";
    }

    /** A browser with its cookie, between our page and Discord's. */
    record Begun(WebTestClient browser, URI page) {
        Map<String, String> query() {
            return DiscordStandIn.form(page.getRawQuery());
        }

        String state() {
            return query().get("state");
        }

        ResponseSpec comeBack(String code) {
            return comeBack(browser, code, state());
        }

        static ResponseSpec comeBack(WebTestClient browser, String code, String state) {
            return browser.get()
                    .uri("/v1/site-auth/oauth/discord/callback?code={code}&state={state}", code, state)
                    .exchange();
        }
    }

    Begun begin(String query) {
        WebTestClient client = kiwi.client();
        var answer = client.get()
                .uri("/v1/site-auth/oauth/discord/start" + query)
                .exchange()
                .expectStatus()
                .isEqualTo(307)
                .expectBody()
                .returnResult();
        String cookie = answer.getResponseHeaders().getFirst(HttpHeaders.SET_COOKIE);
        WebTestClient browser = client.mutate()
                .defaultHeader(HttpHeaders.COOKIE, cookie.substring(0, cookie.indexOf(';')))
                .build();
        return new Begun(browser, answer.getResponseHeaders().getLocation());
    }

    /** The fragment that a page gets. */
    static String fragment(ResponseSpec answer) {
        URI location = answer.expectStatus()
                .isEqualTo(307)
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getLocation();
        assertThat(location.toString()).startsWith("https://trove.aallyn.net/login");
        return location.getFragment();
    }

    /** The code of a whole sign-in. */
    String code(String profile) {
        return code("", profile);
    }

    /** @param query of the start */
    String code(String query, String profile) {
        String fragment = fragment(begin(query).comeBack(DiscordStandIn.codeOf(profile)));
        assertThat(fragment).startsWith("discord=");
        return fragment.substring("discord=".length());
    }

    ResponseSpec exchange(String code) {
        return post(kiwi.client(), "/v1/site-auth/oauth/exchange", Map.of("code", code));
    }

    ResponseSpec exchange(String code, String verifier) {
        return post(kiwi.client(), "/v1/site-auth/oauth/exchange", Map.of("code", code, "code_verifier", verifier));
    }

    /** A whole sign-in. */
    JsonNode signIn(String profile) {
        return json(exchange(code(profile)), 200);
    }

    static ResponseSpec post(WebTestClient client, String path, Object body) {
        return client.post().uri(path).bodyValue(body).exchange();
    }

    JsonNode me(String accessToken) {
        return json(kiwi.with(accessToken).get().uri("/v1/site-auth/me"));
    }

    static void expect(ResponseSpec answer, int status, String code) {
        assertThat(json(answer, status).at("/error/code").stringValue()).isEqualTo(code);
    }

    /** @param token its access token @param refresh its refresh token */
    record Person(String id, String username, String discordId, String sessionId, String token, String refresh) {}

    /** A site user that no other test has, with a session, without the way over Discord. */
    Person person() {
        String id = new ObjectId().toHexString();
        String discordId = freshId();
        String username = "p" + id.substring(8);
        kiwi.send(new RegisterSiteUser(id, new DiscordProfile(discordId, username, "Somebody", null)));
        return session(id, username, discordId);
    }

    /** Another session of the same one. */
    Person again(Person person) {
        return session(person.id(), person.username(), person.discordId());
    }

    private Person session(String id, String username, String discordId) {
        String session = new ObjectId().toHexString();
        RefreshTokenText refresh = RefreshTokenText.mint(RANDOM);
        kiwi.send(new OpenSiteSession(session, id, 0, refresh.hash(), "Opera on macOS", Duration.ofDays(30)));
        await().until(
                        () -> kiwi
                                .part(QueryDispatcher.class)
                                .query(new ListSiteSessions(id), SessionList.class)
                                .join()
                                .items()
                                .stream()
                                .anyMatch(listed -> listed.id().equals(session)));
        String token = kiwi.part(SiteTokens.class).issue(new SiteTokens.Claim(id, 0, session));
        return new Person(id, username, discordId, session, token, refresh.text());
    }
}
