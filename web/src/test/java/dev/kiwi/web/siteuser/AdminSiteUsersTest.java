package dev.kiwi.web.siteuser;

import static dev.kiwi.web.app.RunningKiwi.json;
import static dev.kiwi.web.siteuser.SiteCalls.expect;
import static dev.kiwi.web.siteuser.SiteCalls.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.siteuser.SiteCalls.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

@ExtendWith(WithKiwi.class)
class AdminSiteUsersTest {
    private final RunningKiwi kiwi;
    private final SiteCalls calls;
    private final Person person;
    private final String master;

    AdminSiteUsersTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.calls = new SiteCalls(kiwi);
        this.person = calls.person();
        this.master = kiwi.superuser().session();
    }

    private ResponseSpec act(String id, String what) {
        return post(kiwi.with(master), "/admin/site-users/" + id + "/" + what, "");
    }

    private ResponseSpec me() {
        return kiwi.with(person.token()).get().uri("/v1/site-auth/me").exchange();
    }

    private JsonNode list(String query) {
        return json(kiwi.with(master).get().uri("/admin/site-users" + query));
    }

    @Test
    void peopleAreFoundByNameAndNumberNewestFirst() {
        Person newer = calls.person();
        assertThat(list("").at("/items/0/id").stringValue()).isEqualTo(newer.id());
        for (String text : List.of(person.username().toUpperCase(), person.discordId())) {
            JsonNode found = list("?q=" + text);
            assertThat(found.path("items")).hasSize(1);
            assertThat(found.at("/items/0/id").stringValue()).isEqualTo(person.id());
            assertThat(found.path("has_more").booleanValue()).isFalse();
        }
        JsonNode first = list("?limit=1");
        assertThat(first.path("has_more").booleanValue()).isTrue();
        assertThat(list("?limit=1&cursor=" + first.path("next_cursor").stringValue())
                        .at("/items/0/id")
                        .stringValue())
                .isEqualTo(person.id());
    }

    @Test
    void aListNeedsAGoodLimitACursorAndAShortText() {
        for (String query : List.of("?limit=0", "?limit=201", "?q=" + "x".repeat(81))) {
            expect(kiwi.with(master).get().uri("/admin/site-users" + query).exchange(), 422, "validation_error");
        }
        expect(kiwi.with(master).get().uri("/admin/site-users?cursor=x").exchange(), 400, "bad_request");
    }

    @Test
    void oneWhoIsDeactivatedIsOutUntilActivatedAndThenSignsInAnew() {
        assertThat(json(act(person.id(), "deactivate"), 200).path("is_active").booleanValue())
                .isFalse();
        expect(me(), 401, "not_authenticated");
        expect(
                post(kiwi.client(), "/v1/site-auth/refresh", Map.of("refresh_token", person.refresh())),
                401,
                "not_authenticated");
        json(act(person.id(), "deactivate"), 200);
        assertThat(json(act(person.id(), "activate"), 200).path("is_active").booleanValue())
                .isTrue();
        json(act(person.id(), "activate"), 200);
        expect(me(), 401, "not_authenticated");
        String token = calls.signIn(SiteCalls.profile(person.discordId(), person.username()))
                .path("access_token")
                .stringValue();
        assertThat(calls.me(token).path("id").stringValue()).isEqualTo(person.id());
    }

    @Test
    void oneIsLoggedOutEverywhere() {
        act(person.id(), "logout").expectStatus().isNoContent();
        expect(me(), 401, "not_authenticated");
    }

    @Test
    void isForAdministratorsOnly() {
        for (String what : List.of("deactivate", "activate", "logout")) {
            expect(act("0".repeat(24), what), 404, "not_found");
            expect(act("x", what), 422, "validation_error");
            String path = "/admin/site-users/" + person.id() + "/" + what;
            expect(post(kiwi.client(), path, ""), 401, "not_authenticated");
            expect(post(kiwi.with(person.token()), path, ""), 401, "not_authenticated");
            expect(post(kiwi.with(kiwi.account().session()), path, ""), 403, "forbidden");
        }
        expect(
                kiwi.with(kiwi.account().session())
                        .get()
                        .uri("/admin/site-users")
                        .exchange(),
                403,
                "forbidden");
    }
}
