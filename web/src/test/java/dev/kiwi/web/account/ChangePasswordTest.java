package dev.kiwi.web.account;

import static dev.kiwi.web.account.AccountCalls.expect;
import static dev.kiwi.web.app.RunningKiwi.PASSWORD;
import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** platform.md 3.8. */
@ExtendWith(WithKiwi.class)
class ChangePasswordTest {
    private static final String NEW = "another password of the tests";

    private final RunningKiwi kiwi;
    private final AccountCalls calls;
    private final Account owner;

    ChangePasswordTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.calls = new AccountCalls(kiwi);
        this.owner = kiwi.account();
    }

    private ResponseSpec change(String current, String next) {
        return AccountCalls.post(
                kiwi.with(owner.session()),
                "/auth/change-password",
                Map.of("current_password", current, "new_password", next));
    }

    @Test
    void endsEverySessionAndOpensAFreshOneForTheCaller() {
        JsonNode tokens = json(change(PASSWORD, NEW).expectHeader().valueEquals("Cache-Control", "no-store"), 200);
        assertThat(tokens.propertyNames())
                .containsExactlyInAnyOrder("access_token", "refresh_token", "token_type", "expires_in");
        json(kiwi.with(owner.session()).get().uri("/auth/me").exchange(), 401);
        String fresh = tokens.path("access_token").stringValue();
        assertThat(calls.me(fresh).path("id").stringValue()).isEqualTo(owner.id());
        expect(calls.login(owner.email(), PASSWORD), 401, "invalid_credentials");
        json(calls.login(owner.email(), NEW), 200);
        assertThat(calls.events(owner.id())).containsExactly("AccountRegistered", "PasswordReplaced");
    }

    @Test
    void refusesAWrongCurrentPasswordOfAnyLength() {
        expect(change("x", NEW), 401, "invalid_credentials");
        json(kiwi.with(owner.session()).get().uri("/auth/me").exchange(), 200);
    }

    @Test
    void refusesAPasswordThatAttackersKnow() {
        expect(change(PASSWORD, "password"), 400, "password_breached");
        json(calls.login(owner.email(), PASSWORD), 200);
    }

    @Test
    void refusesANewPasswordThatIsTooShortOrTooLong() {
        JsonNode answer = json(change(PASSWORD, "7 chars"), 422);
        assertThat(answer.at("/error/details/0/loc").toString()).isEqualTo("[\"body\",\"new_password\"]");
        json(change(PASSWORD, "x".repeat(257)), 422);
    }

    @Test
    void isForSessionsOnly() {
        Map<String, String> body = Map.of("current_password", PASSWORD, "new_password", NEW);
        json(calls.post("/auth/change-password", body), 401);
        json(AccountCalls.post(kiwi.with(kiwi.token(owner)), "/auth/change-password", body), 401);
    }

    @Test
    void keepsNoPasswordAnywhere() {
        json(change(PASSWORD, NEW), 200);
        assertThat(JdbcClient.create(kiwi.part(DataSource.class))
                        .sql("select convert_from(payload, 'UTF8') from es.event where aggregate_identifier = ?")
                        .param("account:" + owner.id())
                        .query(String.class)
                        .list())
                .noneMatch(payload -> payload.contains(NEW) || payload.contains("argon2"));
    }
}
