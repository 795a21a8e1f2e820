package dev.kiwi.web.account;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@ExtendWith(WithKiwi.class)
class MeTest {
    private final RunningKiwi kiwi;

    MeTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
    }

    private static void expect401(WebTestClient client) {
        JsonNode answer = json(
                client.get().uri("/auth/me").exchange().expectHeader().valueEquals("WWW-Authenticate", "Bearer"), 401);
        assertThat(answer.at("/error/code").stringValue()).isEqualTo("not_authenticated");
    }

    @Test
    void showsTheAccountOfTheSession() {
        Account account = kiwi.account();
        JsonNode me = json(kiwi.with(account.session()).get().uri("/auth/me"));
        assertThat(me.propertyNames())
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
        assertThat(me.path("id").stringValue()).isEqualTo(account.id());
        assertThat(me.path("email").stringValue()).isEqualTo(account.email());
        assertThat(me.path("is_superuser").booleanValue()).isFalse();
        await().until(() -> !json(kiwi.with(account.session()).get().uri("/auth/me"))
                .path("last_login_at")
                .isNull());
    }

    @Test
    void isForSessionsOnly() {
        expect401(kiwi.client());
        expect401(kiwi.with("no.such.session"));
        expect401(kiwi.with(kiwi.token(kiwi.account())));
    }

    @Test
    void changesTheNameAndTellsItAtOnce() {
        Account account = kiwi.account();
        JsonNode before = json(kiwi.with(account.session()).get().uri("/auth/me"));
        JsonNode changed = patch(account, "{\"display_name\":\"  Ada L.  \"}");
        assertThat(changed.path("display_name").stringValue()).isEqualTo("Ada L.");
        assertThat(changed.propertyNames()).isEqualTo(before.propertyNames());
        assertThat(json(kiwi.with(account.session()).get().uri("/auth/me"))).isEqualTo(changed);
    }

    @Test
    void leavesTheNameAloneThatIsNotGivenAndTakesAnEmptyOneAway() {
        Account account = kiwi.account();
        assertThat(patch(account, "{}").path("display_name").stringValue()).isEqualTo("Somebody");
        assertThat(patch(account, "{\"display_name\":null}")
                        .path("display_name")
                        .stringValue())
                .isEqualTo("Somebody");
        assertThat(patch(account, "{\"display_name\":\"   \"}")
                        .path("display_name")
                        .isNull())
                .isTrue();
    }

    @Test
    void refusesANameOf81CharactersAndAStranger() {
        json(patching(kiwi.with(kiwi.account().session()), "{\"display_name\":\"" + "x".repeat(81) + "\"}"), 422);
        json(patching(kiwi.client(), "{\"display_name\":\"x\"}"), 401);
    }

    private JsonNode patch(Account account, String body) {
        return json(patching(kiwi.with(account.session()), body), 200);
    }

    private static WebTestClient.ResponseSpec patching(WebTestClient client, String body) {
        return client.patch()
                .uri("/auth/me")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    @Test
    void refusesASessionWhoseTimeIsOver() {
        Account account = kiwi.account();
        kiwi.later(Duration.ofMinutes(16), () -> expect401(kiwi.with(account.session())));
    }
}
