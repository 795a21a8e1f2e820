package dev.kiwi.web.siteuser;

import static dev.kiwi.web.siteuser.SiteCalls.expect;
import static dev.kiwi.web.siteuser.SiteCalls.post;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.siteuser.SiteCalls.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpMethod;

/** site-users.md 5: the portal's tokens open nothing of the website, and the reverse. */
@ExtendWith(WithKiwi.class)
class SeparateTokensTest {
    private final RunningKiwi kiwi;
    private final Person person;

    SeparateTokensTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.person = new SiteCalls(kiwi).person();
    }

    @Test
    void noPortalRouteTakesASiteUsersToken() {
        for (String route : List.of(
                "/auth/me",
                "/auth/sessions",
                "/auth/me/export",
                "/auth/second-factor",
                "/tokens",
                "/admin/history",
                "/admin/site-users",
                "/v1/whoami",
                "/v1/leaderboards/timestamps")) {
            expect(kiwi.with(person.token()).get().uri(route).exchange(), 401, "not_authenticated");
        }
        expect(post(kiwi.with(person.token()), "/auth/logout-all", ""), 401, "not_authenticated");
        expect(
                post(kiwi.client(), "/auth/refresh", Map.of("refresh_token", person.refresh())),
                401,
                "not_authenticated");
    }

    @Test
    void noRouteOfTheWebsiteTakesAPortalToken() {
        Account master = kiwi.superuser();
        for (String bearer : List.of(master.session(), kiwi.token(master), "kiwi", "a.b.c")) {
            for (String route : List.of("/me", "/sessions", "/me/trove-stats", "/security-events", "/me/export")) {
                expect(kiwi.with(bearer).get().uri("/v1/site-auth" + route).exchange(), 401, "not_authenticated");
            }
        }
        for (Map.Entry<String, HttpMethod> route : Map.of(
                        "/logout-all",
                        HttpMethod.POST,
                        "/me/claim-trove-name",
                        HttpMethod.POST,
                        "/me/verify-trove-claim",
                        HttpMethod.POST,
                        "/me/delete",
                        HttpMethod.POST,
                        "/sessions/" + "0".repeat(24),
                        HttpMethod.DELETE)
                .entrySet()) {
            expect(
                    kiwi.with(master.session())
                            .method(route.getValue())
                            .uri("/v1/site-auth" + route.getKey())
                            .exchange()
                            .expectHeader()
                            .valueEquals("WWW-Authenticate", "Bearer"),
                    401,
                    "not_authenticated");
        }
    }
}
