package dev.kiwi.web.session;

import static dev.kiwi.web.app.RunningKiwi.json;
import static dev.kiwi.web.session.OpenedSession.refresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.api.formats.token.Sha256;
import dev.kiwi.command.claim.Claims;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.session.SessionClaims;
import dev.kiwi.query.dispatch.QueryDispatcher;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** platform.md 4.3. */
@ExtendWith(WithKiwi.class)
class SessionsTest {
    private final RunningKiwi kiwi;
    private final Account owner;
    private final WebTestClient client;

    SessionsTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.owner = kiwi.account();
        this.client = kiwi.with(owner.session());
    }

    private List<JsonNode> list() {
        return json(client.get().uri("/auth/sessions")).valueStream().toList();
    }

    private ResponseSpec delete(String id) {
        return client.delete().uri("/auth/sessions/" + id).exchange();
    }

    @Test
    void listsTheMostRecentlyUsedFirstAndMarksTheCallersOwn() {
        OpenedSession other = OpenedSession.of(kiwi, owner.id());
        OpenedSession.of(kiwi, kiwi.account().id());
        await().until(() -> list().size() == 2);
        assertThat(list())
                .extracting(session -> session.path("id").stringValue())
                .containsExactly(other.id(), owner.sessionId());
        assertThat(list())
                .extracting(session -> session.path("current").booleanValue())
                .containsExactly(false, true);
        JsonNode first = list().getFirst();
        assertThat(first.propertyNames())
                .containsExactlyInAnyOrder("id", "device", "created_at", "last_used_at", "expires_at", "current");
        assertThat(first.path("device").stringValue()).isEqualTo("Opera on macOS");
        assertThat(Duration.between(
                        Instant.parse(first.path("created_at").stringValue()),
                        Instant.parse(first.path("expires_at").stringValue())))
                .isEqualTo(Duration.ofDays(30));
        assertThat(list().getLast().get("device").isNull()).isTrue();
    }

    @Test
    void endsASessionAndEndsItOnlyOnce() {
        OpenedSession other = OpenedSession.of(kiwi, owner.id());
        delete(other.id()).expectStatus().isNoContent().expectBody().isEmpty();
        assertThat(list())
                .extracting(session -> session.path("id").stringValue())
                .containsExactly(owner.sessionId());
        json(refresh(kiwi.client(), other.refreshToken()), 401);
        delete(other.id()).expectStatus().isNoContent();
    }

    /** The access token is not looked up in the sessions; it ends by itself within a quarter of an hour. */
    @Test
    void theAccessTokenOfAnEndedSessionIsGoodUntilItExpires() {
        delete(owner.sessionId()).expectStatus().isNoContent();
        assertThat(list()).isEmpty();
        kiwi.later(
                Duration.ofMinutes(15), () -> json(client.get().uri("/auth/me").exchange(), 401));
    }

    @Test
    void somebodyElsesSessionIsNotThereAndStays() {
        OpenedSession foreign = OpenedSession.of(kiwi, kiwi.account().id());
        JsonNode notYours = json(delete(foreign.id()), 404);
        JsonNode notThere = json(delete(new ObjectId().toHexString()), 404);
        assertThat(notYours.at("/error/code").stringValue()).isEqualTo("not_found");
        assertThat(notThere.at("/error/code").stringValue()).isEqualTo("not_found");
        json(refresh(kiwi.client(), foreign.refreshToken()), 200);
    }

    @Test
    void anIdThatIsNoneIsRefused() {
        json(delete("x"), 422);
        json(delete("A".repeat(24)), 422);
    }

    @Test
    void aLogoutEverywhereEndsEverythingAtOnce() {
        OpenedSession other = OpenedSession.of(kiwi, owner.id());
        client.post()
                .uri("/auth/logout-all")
                .exchange()
                .expectStatus()
                .isNoContent()
                .expectBody()
                .isEmpty();
        json(client.get().uri("/auth/me").exchange(), 401);
        json(refresh(kiwi.client(), other.refreshToken()), 401);
    }

    @Test
    void anAdministratorLogsAnAccountOutEverywhere() {
        WebTestClient admin = kiwi.with(kiwi.superuser().session());
        String uri = "/admin/users/" + owner.id() + "/logout-all";
        json(client.post().uri(uri).exchange(), 403);
        json(kiwi.client().post().uri(uri).exchange(), 401);
        json(admin.post().uri("/admin/users/x/logout-all").exchange(), 422);
        json(
                admin.post()
                        .uri("/admin/users/" + new ObjectId().toHexString() + "/logout-all")
                        .exchange(),
                404);
        json(client.get().uri("/auth/me"));
        admin.post().uri(uri).exchange().expectStatus().isNoContent();
        json(client.get().uri("/auth/me").exchange(), 401);
    }

    @Test
    void isForSessionsOnly() {
        String token = kiwi.token(owner);
        for (WebTestClient stranger : List.of(kiwi.client(), kiwi.with(token), kiwi.with("a.b.c"))) {
            json(stranger.get().uri("/auth/sessions").exchange(), 401);
            json(stranger.get().uri("/auth/security-events").exchange(), 401);
            json(stranger.post().uri("/auth/logout-all").exchange(), 401);
            json(stranger.delete().uri("/auth/sessions/x").exchange(), 401);
        }
    }

    @Test
    void aSessionWhoseTimeIsOverIsForgottenWithItsTokens() {
        OpenedSession old = OpenedSession.of(kiwi, owner.id(), Duration.ofMinutes(1));
        await().until(() -> list().size() == 2);
        Claims claims = kiwi.part(Claims.class);
        String hash = Sha256.hex(old.refreshToken());
        assertThat(SessionClaims.sessionOf(claims, hash)).hasValue(old.id());
        kiwi.later(Duration.ofMinutes(2), this::expire);
        assertThat(SessionClaims.sessionOf(claims, hash)).isEmpty();
        assertThat(SessionClaims.opened(claims, old.id())).isEmpty();
        await().until(() -> list().size() == 1);
    }

    private void expire() {
        try {
            new SessionExpiry()
                    .sessionExpiryJob(kiwi.part(QueryDispatcher.class), kiwi.part(CommandDispatcher.class))
                    .work()
                    .run();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
