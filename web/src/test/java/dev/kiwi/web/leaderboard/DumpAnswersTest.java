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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** leaderboards.md 6: the answers to a dump, what is stored then, and its one row in the ingest log. */
@ExtendWith(WithKiwi.class)
class DumpAnswersTest {
    private final RunningKiwi kiwi;
    private final Account bot;
    private final WebTestClient session;
    private final WebTestClient reader;

    DumpAnswersTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.bot = kiwi.superuser();
        this.session = kiwi.with(bot.session());
        this.reader = kiwi.with(kiwi.token(kiwi.account()));
    }

    private JsonNode post(String query, String dump, int status) {
        return json(Dumps.post(session, query, dump), status);
    }

    /** The only row of this test's account. */
    private JsonNode logged() {
        List<JsonNode> rows = await().atMost(Duration.ofSeconds(20)).until(this::rows, found -> !found.isEmpty());
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private List<JsonNode> rows() {
        return json(session.get().uri("/admin/ingest/log?limit=200"))
                .valueStream()
                .filter(row -> row.path("user_email").asString("").equals(bot.email()))
                .toList();
    }

    private void expectFailureLogged() {
        JsonNode row = logged();
        assertThat(row.path("success").booleanValue()).isFalse();
        assertThat(row.path("error").stringValue()).isNotEmpty();
        assertThat(row.path("auth_via").stringValue()).isEqualTo("session");
    }

    private List<Long> anchors() {
        return json(reader.get().uri("/v1/leaderboards/timestamps?limit=365"))
                .path("items")
                .valueStream()
                .map(JsonNode::longValue)
                .toList();
    }

    private JsonNode entries(int uuid, long anchor) {
        return json(reader.get().uri("/v1/leaderboards/" + uuid + "/entries?created_at=" + anchor))
                .path("items");
    }

    @Test
    void replacesADumpOfTheSameAnchor() {
        String query = "?sync=true&timestamp=" + anchor(1, 6);
        JsonNode first = post(query, board(7020, "A", "1;Mira;2|2;Tom;1") + board(7021, "B", "1;Mira;1"), 200);
        assertThat(first.path("cleared_before_insert").intValue()).isZero();
        assertThat(first.path("boards").intValue()).isEqualTo(2);
        assertThat(first.path("entries").intValue()).isEqualTo(3);
        JsonNode second = post(query, board(7020, "A", "1;Una;9"), 200);
        assertThat(second.path("cleared_before_insert").intValue()).isEqualTo(3);
        assertThat(entries(7020, anchor(1, 6))
                        .valueStream()
                        .map(entry -> entry.path("player_name").stringValue()))
                .containsExactly("Una");
        assertThat(entries(7021, anchor(1, 6))).isEmpty();
    }

    @Test
    void takesTwoDumpsOfOneAnchorAtOnce() {
        long anchor = anchor(1, 7);
        String query = "?sync=true&timestamp=" + anchor;
        List<CompletableFuture<JsonNode>> posts = Stream.of(
                        board(7022, "A", "1;Mira;2|2;Tom;1"), board(7022, "A", "1;Una;9|2;Ole;8|3;Ada;7"))
                .map(dump -> CompletableFuture.supplyAsync(() -> post(query, dump, 200)))
                .toList();
        List<JsonNode> replies = posts.stream().map(CompletableFuture::join).toList();
        assertThat(replies).allMatch(reply -> reply.path("accepted").booleanValue());
        JsonNode last = replies.stream()
                .filter(reply -> reply.path("cleared_before_insert").intValue() > 0)
                .findFirst()
                .orElseThrow();
        assertThat(entries(7022, anchor)).hasSize(last.path("entries").intValue());
        assertThat(anchors()).containsOnlyOnce(anchor);
    }

    @Test
    void answersBeforeItIsServedWithoutSync() {
        long anchor = anchor(1, 8);
        JsonNode reply = post("?timestamp=" + anchor, board(7023, "A", "1;Mira;2"), 202);
        assertThat(reply.path("accepted").booleanValue()).isTrue();
        assertThat(reply.path("anchor").isNull()).isTrue();
        await().atMost(Duration.ofSeconds(20)).until(() -> anchors().contains(anchor));
        assertThat(logged().at("/summary/anchor").longValue()).isEqualTo(anchor);
    }

    @Test
    void refusesAnEmptyFile() {
        assertThat(post("?sync=true", "", 400).at("/error/code").stringValue()).isEqualTo("bad_request");
        expectFailureLogged();
    }

    @Test
    void refusesABodyWithoutTheFile() {
        MultipartBodyBuilder parts = new MultipartBodyBuilder();
        parts.part("other", "x");
        json(Dumps.post(session, "?sync=true", parts), 422);
        expectFailureLogged();
    }

    @Test
    void filesNothingOfWhatHoldsNoBoard() {
        String dump = board(7024, "A", "1;Mira;2");
        List<Long> before = anchors();
        JsonNode reply = post("?sync=true&timestamp=" + anchor(1, 9), dump.substring(0, dump.indexOf("##")), 200);
        assertThat(reply.path("accepted").booleanValue()).isTrue();
        assertThat(reply.path("anchor").isNull()).isTrue();
        assertThat(reply.path("boards").intValue()).isZero();
        JsonNode row = logged();
        assertThat(row.path("success").booleanValue()).isTrue();
        assertThat(row.at("/summary/boards").intValue()).isZero();
        assertThat(anchors()).isEqualTo(before);
    }

    @Test
    void refusesADumpThatIsTooLarge() {
        json(Dumps.post(session, "?sync=true", board(7025, "A", "1;Mira;2|".repeat(8_000))), 413);
    }

    @Test
    void refusesATimestampThatIsNone() {
        for (long stamp : List.of(0L, anchor(20, 0), Instant.now().getEpochSecond() + 3600)) {
            Account other = kiwi.superuser();
            JsonNode answer = json(
                    Dumps.post(
                            kiwi.with(other.session()), "?sync=true&timestamp=" + stamp, board(7026, "A", "1;Mira;2")),
                    400);
            assertThat(answer.at("/error/code").stringValue()).isEqualTo("bad_request");
        }
        post("?sync=true&timestamp=1", board(7026, "A", "1;Mira;2"), 400);
        expectFailureLogged();
        json(reader.get().uri("/v1/leaderboards/7026").exchange(), 404);
    }

    @Test
    void refusesATimestampThatIsNoNumberAndLogsIt() {
        JsonNode answer = post("?timestamp=soon", board(7026, "A", "1;Mira;2"), 400);
        assertThat(answer.at("/error/code").stringValue()).isEqualTo("bad_request");
        expectFailureLogged();
    }

    @Test
    void coolsATokenDownButNotASession() {
        WebTestClient token = kiwi.with(kiwi.token(bot));
        String query = "?sync=true&timestamp=" + anchor(1, 10);
        String dump = board(7027, "A", "1;Mira;2");
        json(Dumps.post(token, query, dump), 200);
        JsonNode refused = json(
                Dumps.post(token, query, dump)
                        .expectHeader()
                        .value(
                                "Retry-After",
                                seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 300)),
                429);
        assertThat(refused.at("/error/code").stringValue()).isEqualTo("rate_limited");
        post(query, dump, 200);
        post(query, dump, 200);
    }

    @Test
    void isForAdministratorsOnly() {
        String dump = board(7028, "A", "1;Mira;2");
        Account somebody = kiwi.account();
        json(Dumps.post(kiwi.client(), "", dump), 401);
        json(Dumps.post(kiwi.with(somebody.session()), "", dump), 403);
        json(Dumps.post(kiwi.with(kiwi.token(somebody)), "", dump), 403);
    }
}
