package dev.kiwi.web.account;

import static dev.kiwi.web.account.AccountCalls.expect;
import static dev.kiwi.web.app.RunningKiwi.PASSWORD;
import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** platform.md 3.8; that nothing personal is left is in ErasureTest. */
@ExtendWith(WithKiwi.class)
class DeleteAccountTest {
    private static final String DELETE = "/auth/delete-account";

    private final RunningKiwi kiwi;
    private final AccountCalls calls;
    private final Account owner;

    DeleteAccountTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.calls = new AccountCalls(kiwi);
        this.owner = kiwi.account();
    }

    private ResponseSpec delete(String email) {
        return AccountCalls.post(kiwi.with(owner.session()), DELETE, Map.of("confirm_email", email));
    }

    @Test
    void sessionAndTokensStopAtOnceAndTheAddressIsFree() {
        String token = kiwi.token(owner);
        delete(owner.email().toUpperCase(Locale.ROOT))
                .expectStatus()
                .isNoContent()
                .expectBody()
                .isEmpty();
        json(kiwi.with(owner.session()).get().uri("/auth/me").exchange(), 401);
        json(kiwi.with(token).get().uri("/v1/leaderboards/timestamps").exchange(), 401);
        expect(calls.login(owner.email(), PASSWORD), 401, "invalid_credentials");
        json(calls.post("/auth/signup", Map.of("email", owner.email(), "password", PASSWORD)), 201);
    }

    @Test
    void refusesAnotherAddressThanTheAccounts() {
        expect(delete(kiwi.account().email()), 400, "bad_request");
        assertThat(calls.me(owner.session()).path("id").stringValue()).isEqualTo(owner.id());
    }

    @Test
    void refusesABodyThatIsNoneAndACallerWithoutASession() {
        json(delete("nobody"), 422);
        json(calls.post(DELETE, Map.of("confirm_email", owner.email())), 401);
    }
}
