package dev.kiwi.web.leaderboard;

import static dev.kiwi.web.app.RunningKiwi.json;
import static dev.kiwi.web.fixture.Dumps.anchor;
import static dev.kiwi.web.fixture.Dumps.board;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.fixture.Dumps;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** platform.md 15.4: administrators say when a board begins anew. */
@ExtendWith(WithKiwi.class)
class AdminBoardsTest {
    private static final String BOARDS = "/admin/leaderboards/boards";
    private final RunningKiwi kiwi;
    private final WebTestClient admin;
    private final WebTestClient reader;

    AdminBoardsTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        Account bot = kiwi.superuser();
        this.admin = kiwi.with(bot.session());
        this.reader = kiwi.with(kiwi.token(bot));
        json(Dumps.post(admin, "?sync=true&backfill=true&timestamp=" + anchor(2, 6), board(7301, "A", "1;x;1")), 200);
    }

    private WebTestClient.ResponseSpec override(int uuid, @Nullable String kind) {
        return admin.patch()
                .uri(BOARDS + "/" + uuid)
                .bodyValue(Collections.singletonMap("reset_kind_override", kind))
                .exchange();
    }

    private JsonNode listed() {
        return json(admin.get().uri(BOARDS))
                .path("items")
                .valueStream()
                .filter(board -> board.path("uuid").intValue() == 7301)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anOverrideCountsFromTheNextReadOnAndCanBeTakenBack() {
        JsonNode changed = json(override(7301, "daily"), 200);
        assertThat(changed.path("effective_reset_kind").stringValue()).isEqualTo("daily");
        assertThat(changed.path("has_periodic_reset").booleanValue()).isTrue();
        assertThat(listed()).isEqualTo(changed);
        assertThat(json(reader.get().uri("/v1/leaderboards/7301"))
                        .path("reset_kind")
                        .stringValue())
                .isEqualTo("daily");
        json(override(7301, null), 200);
        assertThat(listed().path("reset_kind_override").isNull()).isTrue();
        assertThat(listed().path("effective_reset_kind").stringValue()).isEqualTo("default");
    }

    @Test
    void anotherWordAndAnUnknownBoardAreRefused() {
        json(override(7301, "default"), 400);
        json(override(987_654, "daily"), 404);
    }

    @Test
    void isForAdministratorsOnly() {
        json(kiwi.client().get().uri(BOARDS).exchange(), 401);
        json(kiwi.with(kiwi.account().session()).get().uri(BOARDS).exchange(), 403);
    }
}
