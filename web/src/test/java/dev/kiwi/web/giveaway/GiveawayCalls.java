package dev.kiwi.web.giveaway;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.api.session.SessionList;
import dev.kiwi.api.siteuser.DiscordProfile;
import dev.kiwi.api.siteuser.ListSiteSessions;
import dev.kiwi.api.siteuser.OpenSiteSession;
import dev.kiwi.api.siteuser.RegisterSiteUser;
import dev.kiwi.query.dispatch.QueryDispatcher;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.credential.SiteTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.types.ObjectId;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What the tests of giveaways ask of a running Kiwi. @param admin a superuser's client */
record GiveawayCalls(RunningKiwi kiwi, WebTestClient admin) {
    private static final AtomicLong DISCORD_ID = new AtomicLong(90_351_110_224_678_912L);

    static GiveawayCalls of(RunningKiwi kiwi) {
        return new GiveawayCalls(kiwi, kiwi.with(kiwi.superuser().session()));
    }

    static ResponseSpec call(WebTestClient client, HttpMethod method, String path, Object body) {
        return client.method(method).uri(path).bodyValue(body).exchange();
    }

    ResponseSpec post(String path, Object body) {
        return call(admin, HttpMethod.POST, path, body);
    }

    ResponseSpec patch(String path, Object body) {
        return call(admin, HttpMethod.PATCH, path, body);
    }

    JsonNode get(String path) {
        return json(admin.get().uri(path));
    }

    static void expect(ResponseSpec answer, int status, String code) {
        assertThat(json(answer, status).at("/error/code").stringValue()).isEqualTo(code);
    }

    /** Id of a new drawer with these codes. */
    String drawer(String... codes) {
        String id = json(post("/admin/vault/items", Map.of("name", "mount", "description", "flies")), 201)
                .path("id")
                .stringValue();
        if (codes.length > 0) {
            json(post("/admin/vault/items/" + id + "/codes", Map.of("codes", List.of(codes))), 200);
        }
        return id;
    }

    Map<String, Object> body(String drawer, Duration start, Duration end) {
        Instant now = Instant.now();
        return new HashMap<>(Map.of(
                "title",
                "A mount",
                "starts_at",
                now.plus(start).toString(),
                "ends_at",
                now.plus(end).toString(),
                "vault_item_id",
                drawer));
    }

    JsonNode create(String drawer, Duration start, Duration end) {
        return json(post("/admin/giveaways", body(drawer, start, end)), 201);
    }

    /** Id of a giveaway that one can enter for an hour. */
    String open(String... codes) {
        return create(drawer(codes), Duration.ofMinutes(-1), Duration.ofHours(1))
                .path("id")
                .stringValue();
    }

    JsonNode shown(String id) {
        return get("/admin/giveaways")
                .valueStream()
                .filter(each -> each.path("id").stringValue().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** @param client with the person's credential */
    record Person(String id, String name, WebTestClient client) {
        /** As it follows from the handle at Discord. */
        String username() {
            return "g" + id.substring(8);
        }

        ResponseSpec enter(String giveaway) {
            return call(client, HttpMethod.POST, "/v1/giveaways/" + giveaway + "/enter", "");
        }
    }

    /** A site user that no other test has, with a session. */
    Person person() {
        String id = new ObjectId().toHexString();
        String session = new ObjectId().toHexString();
        String discord = Long.toString(DISCORD_ID.incrementAndGet());
        String name = "Player " + id;
        kiwi.send(new RegisterSiteUser(id, new DiscordProfile(discord, "g" + id.substring(8), name, null)));
        kiwi.send(new OpenSiteSession(session, id, 0, "hash" + session, "Opera on macOS", Duration.ofDays(30)));
        await().until(() -> !kiwi.part(QueryDispatcher.class)
                .query(new ListSiteSessions(id), SessionList.class)
                .join()
                .items()
                .isEmpty());
        String token = kiwi.part(SiteTokens.class).issue(new SiteTokens.Claim(id, 0, session));
        return new Person(id, name, kiwi.with(token));
    }
}
