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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** leaderboards.md 10: a dump in, the reads of it out. Each test has boards and anchors of its own. */
@ExtendWith(WithKiwi.class)
class LeaderboardReadsTest {
    private final RunningKiwi kiwi;
    private final WebTestClient poster;
    private final WebTestClient reader;

    LeaderboardReadsTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        Account bot = kiwi.superuser();
        this.poster = kiwi.with(bot.session());
        this.reader = kiwi.with(kiwi.token(bot));
    }

    private void file(long anchor, String dump) {
        JsonNode reply = json(Dumps.post(poster, "?sync=true&backfill=true&timestamp=" + anchor, dump), 200);
        assertThat(reply.path("accepted").booleanValue()).isTrue();
        assertThat(reply.path("anchor").longValue()).isEqualTo(anchor);
    }

    private JsonNode get(String path) {
        return json(reader.get().uri("/v1/leaderboards" + path));
    }

    private JsonNode entries(int uuid, long anchor) {
        return get("/" + uuid + "/entries?created_at=" + anchor);
    }

    private static List<String> texts(JsonNode items, String field) {
        return items.valueStream().map(item -> item.path(field).asString()).toList();
    }

    @Test
    void showsACaptureItsBoardsAndTheirContests() {
        long anchor = anchor(1, 1);
        file(
                anchor,
                board(7001, "WOLVES", "1;Mira;912|2;Tom;880.5")
                        + "W$Leaderboard_Category_Contests$7001 = WOLVES$CONTESTS##1;Mira;912\n"
                        + "Bears$Animals$7002 = BEARS$ANIMALS##1;Mira;3\n");
        JsonNode timestamps = get("/timestamps?limit=365");
        assertThat(timestamps.path("items")).hasSize(timestamps.path("count").intValue());
        List<Long> anchors =
                timestamps.path("items").valueStream().map(JsonNode::longValue).toList();
        assertThat(anchors).contains(anchor).isSortedAccordingTo(Collections.reverseOrder());

        JsonNode boards = get("?created_at=" + anchor);
        assertThat(boards.path("count").intValue()).isEqualTo(2);
        assertThat(texts(boards.path("items"), "uuid")).containsExactly("7002", "7001");
        JsonNode wolves = boards.at("/items/1");
        assertThat(wolves.path("contest_type").stringValue()).isEqualTo("weekly");
        assertThat(wolves.path("category").stringValue()).isEqualTo("STATS");
        assertThat(wolves.path("reset_kind").stringValue()).isEqualTo("default");
        assertThat(wolves.path("player_board").booleanValue()).isTrue();

        JsonNode one = get("/7001");
        assertThat(one.path("name").stringValue()).isEqualTo("WOLVES");
        assertThat(one.path("contest_type").isNull()).isTrue();
        assertThat(one.at("/contests/0/time").longValue()).isEqualTo(anchor);
        assertThat(one.at("/contests/0/type").stringValue()).isEqualTo("weekly");
    }

    @Test
    void pagesThroughEntries() {
        long anchor = anchor(1, 2);
        file(anchor, board(7003, "CATS", "1;Mira;912|2;Tom;880.5|3;Bø;12"));
        JsonNode page = get("/7003/entries?limit=1&offset=1&created_at=" + anchor);
        assertThat(page.path("total").intValue()).isEqualTo(3);
        assertThat(page.path("count").intValue()).isEqualTo(1);
        assertThat(page.at("/items/0/player_name").stringValue()).isEqualTo("Tom");
        assertThat(page.at("/items/0/score").toString()).isEqualTo("880.5");
        assertThat(page.at("/items/0/prev_rank").isNull()).isTrue();
        assertThat(entries(7003, anchor).at("/items/0/score").toString()).isEqualTo("912");
        // Seconds do not count, neither does a capture that is not there.
        assertThat(entries(7003, anchor + 59).path("total").intValue()).isEqualTo(3);
        assertThat(entries(7003, anchor + 60).path("items")).isEmpty();
        assertThat(entries(99, anchor).path("items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/timestamps?limit=0, 422",
        "/timestamps?limit=366, 422",
        "'', 422",
        "?created_at=0, 400",
        "?created_at=-60, 400",
        "?created_at=99999999999, 400",
        "?created_at=now, 422",
        "/123456789, 404",
        "/7001/entries, 422",
        "/7001/entries?created_at=0, 400",
        "/7001/entries?created_at=1700000000&limit=0, 422",
        "/7001/entries?created_at=1700000000&limit=1001, 422",
        "/7001/entries?created_at=1700000000&offset=-1, 422",
        "/players/Mira/history?limit=0, 422",
        "/players/Mira/history?limit=501, 422"
    })
    void refusesWhatCannotBeAsked(String path, int status) {
        json(reader.get().uri("/v1/leaderboards" + path).exchange(), status);
    }

    @Test
    void comparesWithTheTroveDayBefore() {
        long before = anchor(2, 3);
        long anchor = anchor(1, 3);
        file(before, board(7004, "OWLS", "1;Tom;20|2;Mira;10") + board(32000, "DAILY", "1;Mira;5"));
        file(anchor, board(7004, "OWLS", "1;MIRA;25.5|2;Tom;20|3;Una;1") + board(32000, "DAILY", "1;Mira;6"));
        JsonNode first = entries(7004, before).path("comparison");
        assertThat(first.path("reason").stringValue()).isEqualTo("no_prior_snapshot");
        JsonNode page = entries(7004, anchor);
        assertThat(page.at("/comparison/comparable").booleanValue()).isTrue();
        assertThat(page.at("/comparison/reason").stringValue()).isEqualTo("ok");
        assertThat(page.at("/comparison/prev_anchor").longValue()).isEqualTo(before);
        assertThat(texts(page.path("items"), "player_name")).containsExactly("MIRA", "Tom", "Una");
        assertThat(texts(page.path("items"), "rank_delta")).startsWith("1", "-1");
        assertThat(page.at("/items/0/score_delta").doubleValue()).isEqualTo(15.5);
        assertThat(page.at("/items/1/score_delta").doubleValue()).isZero();
        assertThat(texts(page.path("items"), "is_new")).containsExactly("false", "false", "true");
        JsonNode daily = entries(32000, anchor);
        assertThat(daily.at("/comparison/reason").stringValue()).isEqualTo("crossed_reset");
        assertThat(daily.at("/items/0/rank_delta").isNull()).isTrue();
    }

    @Test
    void showsAPlayersHistory() {
        long before = anchor(2, 4);
        long anchor = anchor(1, 4);
        file(before, board(7005, "FOXES", "1;Old Zed;1"));
        file(anchor, board(7006, "ELKS", "4;old zed;7") + board(7005, "FOXES", "1;Old ZED;2"));
        JsonNode history = get("/players/ OLD zed /history");
        assertThat(history.path("player_name").stringValue()).isEqualTo(" OLD zed ");
        assertThat(history.path("count").intValue()).isEqualTo(3);
        assertThat(texts(history.path("items"), "leaderboard")).containsExactly("7005", "7006", "7005");
        assertThat(texts(history.path("items"), "created_at"))
                .containsExactly(String.valueOf(anchor), String.valueOf(anchor), String.valueOf(before));
        assertThat(texts(get("/players/old zed/history?uuid=7006").path("items"), "rank"))
                .containsExactly("4");
        assertThat(get("/players/old zed/history?limit=1").path("items")).hasSize(1);
        assertThat(get("/players/nobody of that name/history").path("items")).isEmpty();
    }

    @Test
    void countsReadsOfOldCapturesApart() {
        long old = anchor(5, 5);
        file(old, board(7007, "HENS", "1;Mira;1"));
        String uri = "/v1/leaderboards/7007/entries?created_at=" + old;
        for (int remaining = 9; remaining >= 0; remaining--) {
            reader.get()
                    .uri(uri)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .valueEquals("X-RateLimit-Archive-Limit", "10")
                    .expectHeader()
                    .valueEquals("X-RateLimit-Archive-Remaining", String.valueOf(remaining))
                    .expectHeader()
                    .exists("X-RateLimit-Archive-Reset");
        }
        JsonNode refused = json(reader.get().uri(uri).exchange().expectHeader().exists("Retry-After"), 429);
        assertThat(refused.at("/error/code").stringValue()).isEqualTo("rate_limited");
        reader.get()
                .uri("/v1/leaderboards?created_at=" + anchor(1, 5))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .doesNotExist("X-RateLimit-Archive-Limit");
    }

    @Test
    void isForTokensOnly() {
        for (String path : List.of("/timestamps", "?created_at=1", "/7001", "/players/a/history")) {
            json(kiwi.client().get().uri("/v1/leaderboards" + path).exchange(), 401);
            json(poster.get().uri("/v1/leaderboards" + path).exchange(), 401);
        }
    }
}
