package dev.kiwi.web.account;

import static dev.kiwi.web.app.RunningKiwi.PASSWORD;
import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** A session that shows its account's password again: a stolen one must not be a way to guess it. */
@ExtendWith(WithKiwi.class)
class ReauthenticationTest {
    private static final int MOST = 10;

    private final RunningKiwi kiwi;
    private final Account owner;

    ReauthenticationTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.owner = kiwi.account();
    }

    private ResponseSpec guess(int n) {
        String wrong = "not the password " + n;
        Map<String, String> body = switch (n % 3) {
            case 0 -> Map.of("current_password", wrong, "new_password", "another long sentence");
            case 1 -> Map.of("new_email", "elsewhere@example.org", "password", wrong);
            default -> Map.of("password", wrong);
        };
        String path = switch (n % 3) {
            case 0 -> "/auth/change-password";
            case 1 -> "/auth/change-email";
            default -> "/auth/second-factor";
        };
        return kiwi.with(owner.session()).post().uri(path).bodyValue(body).exchange();
    }

    @Test
    void guessesAreCountedByAccountOverAllWays() {
        for (int i = 0; i < MOST; i++) {
            json(guess(i), 401);
        }
        for (int i = 0; i < 3; i++) {
            assertThat(json(guess(i), 429).at("/error/code").stringValue()).isEqualTo("rate_limited");
        }
        // Another account's are its own.
        json(
                kiwi.with(kiwi.account().session())
                        .post()
                        .uri("/auth/second-factor")
                        .bodyValue(Map.of("password", PASSWORD))
                        .exchange(),
                201);
    }
}
