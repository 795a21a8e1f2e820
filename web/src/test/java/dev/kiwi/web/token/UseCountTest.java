package dev.kiwi.web.token;

import static dev.kiwi.web.app.RunningKiwi.json;
import static dev.kiwi.web.token.OwnTokens.id;
import static dev.kiwi.web.token.OwnTokens.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** {@code request_count} and {@code last_used_at}, platform.md 6.7. */
@ExtendWith(WithKiwi.class)
class UseCountTest {
    private static final String ALLOWED = "203.0.113.7";

    private final RunningKiwi kiwi;
    private final OwnTokens tokens;

    UseCountTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.tokens = new OwnTokens(kiwi, kiwi.account());
    }

    private JsonNode counted(JsonNode minted, int requests) {
        return await().until(
                        () -> tokens.listed(id(minted)),
                        token -> token.path("request_count").intValue() == requests);
    }

    @Test
    void countsWhatPassedAllowlistAndLimitsAlsoWithoutTheScope() {
        JsonNode minted =
                kiwi.mint(tokens.owner(), Map.of("name", "bot", "scopes", 1, "allowed_ips", List.of(ALLOWED)));
        WebTestClient bot = RunningKiwi.from(kiwi.from(ALLOWED), text(minted));
        json(bot.get().uri("/v1/leaderboards/timestamps").exchange(), 403);
        assertThat(counted(minted, 1).path("last_used_at").isNull()).isFalse();
        json(
                RunningKiwi.from(kiwi.from("203.0.113.8"), text(minted))
                        .get()
                        .uri("/v1/whoami")
                        .exchange(),
                403);
        // The second use is written with the first one after the interval.
        json(bot.get().uri("/v1/whoami").exchange(), 200);
        kiwi.later(
                Duration.ofSeconds(61), () -> json(bot.get().uri("/v1/whoami").exchange(), 200));
        counted(minted, 3);
    }

    @Test
    void aRotationKeepsTheCountAndClearsTheLastUse() {
        JsonNode minted = kiwi.mint(tokens.owner(), Map.of("name", "bot"));
        json(tokens.use(text(minted)), 200);
        counted(minted, 1);
        JsonNode rotated = json(tokens.post(id(minted), "rotate"), 200);
        assertThat(rotated.path("request_count").intValue()).isEqualTo(1);
        assertThat(rotated.path("last_used_at").isNull()).isTrue();
        assertThat(tokens.listed(id(minted)).path("last_used_at").isNull()).isTrue();
        kiwi.later(Duration.ofSeconds(61), () -> json(tokens.use(text(rotated)), 200));
        assertThat(counted(minted, 2).path("last_used_at").isNull()).isFalse();
    }
}
