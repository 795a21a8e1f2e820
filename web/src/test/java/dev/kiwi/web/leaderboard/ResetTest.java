package dev.kiwi.web.leaderboard;

import static dev.kiwi.web.app.RunningKiwi.json;
import static dev.kiwi.web.fixture.Dumps.anchor;
import static dev.kiwi.web.fixture.Dumps.board;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.fixture.Dumps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** leaderboards.md 9. */
@ExtendWith(WithKiwi.class)
class ResetTest {
    private final RunningKiwi kiwi;
    private final WebTestClient admin;
    private final WebTestClient reader;

    ResetTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        Account bot = kiwi.superuser();
        this.admin = kiwi.with(bot.session());
        this.reader = kiwi.with(kiwi.token(bot));
    }

    private JsonNode file() {
        json(Dumps.post(admin, "?sync=true&timestamp=" + anchor(3, 10), board(7040, "A", "1;Mira;1")), 200);
        String query = "?sync=true&timestamp=" + anchor(3, 11);
        return json(Dumps.post(admin, query, board(7040, "A", "1;Mira;2|2;Tom;1")), 200);
    }

    private JsonNode reset(String query) {
        return json(admin.post().uri("/v1/leaderboards/reset" + query));
    }

    private JsonNode timestamps() {
        return json(reader.get().uri("/v1/leaderboards/timestamps")).path("items");
    }

    /** Activity is behind the captures by a moment. */
    private void awaitActivity() {
        await().until(() -> json(kiwi.client().get().uri("/v1/activity/current"))
                        .path("estimate_24h")
                        .intValue(0)
                > 0);
    }

    @Test
    void emptiesCapturesAndKeepsBoards() {
        file();
        awaitActivity();
        JsonNode reply = reset("");
        assertThat(reply.path("reset").booleanValue()).isTrue();
        assertThat(reply.path("hot_entries_deleted").intValue()).isPositive();
        assertThat(reply.path("activity_estimates_deleted").intValue()).isPositive();
        assertThat(reply.path("dropped_boards").booleanValue()).isFalse();
        assertThat(timestamps()).isEmpty();
        JsonNode board = json(reader.get().uri("/v1/leaderboards/7040"));
        assertThat(board.path("contests")).isEmpty();
        assertThat(json(reader.get().uri("/v1/leaderboards/players/Mira/history"))
                        .path("items"))
                .isEmpty();
        // What was there before does not count as replaced.
        assertThat(file().path("cleared_before_insert").intValue()).isZero();
        assertThat(timestamps()).hasSize(2);
    }

    @Test
    void dropsBoardsWhenAskedTo() {
        file();
        JsonNode reply = reset("?drop_boards=true");
        assertThat(reply.path("boards_deleted").intValue()).isPositive();
        assertThat(reply.path("dropped_boards").booleanValue()).isTrue();
        json(reader.get().uri("/v1/leaderboards/7040").exchange(), 404);
        assertThat(timestamps()).isEmpty();
    }

    @Test
    void isForAdministratorsOnly() {
        String uri = "/v1/leaderboards/reset";
        json(kiwi.client().post().uri(uri).exchange(), 401);
        json(kiwi.with(kiwi.account().session()).post().uri(uri).exchange(), 403);
        json(kiwi.with(kiwi.token(kiwi.account())).post().uri(uri).exchange(), 403);
    }
}
