package dev.kiwi.web.leaderboard;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.api.leaderboard.Anchor;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.fixture.Dumps;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** leaderboards.md 9 and 16 over HTTP; PlantedCheatersTest shows who is found. */
@ExtendWith(WithKiwi.class)
class CheatersTest {
    private static final String CHEATERS = "/v1/leaderboards/cheaters";
    private final RunningKiwi kiwi;
    private final WebTestClient admin;

    CheatersTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        Account bot = kiwi.superuser();
        this.admin = kiwi.with(bot.session());
    }

    /** On a weekly board a leader whose step down is a hundred times the others'. */
    private void file(String leader) {
        json(post("?sync=true", leader), 200);
    }

    private WebTestClient.ResponseSpec post(String query, String leader) {
        String rows = IntStream.rangeClosed(2, 60)
                .mapToObj(i -> i + ";p" + i + ";" + 1000 * Math.pow(0.999, i))
                .collect(Collectors.joining("|"));
        String dump = Dumps.board(4017, "SOLARION", "1;" + leader + ";3000|" + rows);
        // Newer than any capture of other tests; never the alias 00:00.
        long minute = Instant.now().getEpochSecond() / 60 * 60 + 120;
        long anchor = Anchor.isMidnight(minute) ? minute + 60 : minute;
        // Else it would look cut short beside a capture of all boards that another test has filed.
        long before = Anchor.isMidnight(anchor - 60) ? anchor - 120 : anchor - 60;
        String one = Dumps.board(4017, "SOLARION", "1;p1;1");
        json(Dumps.post(admin, "?sync=true&backfill=true&timestamp=" + before, one), 200);
        return Dumps.post(admin, query + "&timestamp=" + anchor, dump);
    }

    private JsonNode report() {
        return json(kiwi.client().get().uri(CHEATERS));
    }

    private JsonNode leader(String name) {
        return report().path("players")
                .valueStream()
                .filter(player -> player.path("player_name").stringValue().equals(name))
                .findFirst()
                .orElse(null);
    }

    private JsonNode recompute() {
        return json(admin.post().uri("/v1/leaderboards/cheaters/recompute"));
    }

    private void set(String key, Object value) {
        json(admin.put().uri("/admin/config/" + key).bodyValue(Map.of("value", value)));
    }

    @Test
    void theReportIsMadeOnDemandAndSaysWhatWasSeen() {
        file("Faraway");
        JsonNode made = recompute();
        assertThat(made.path("anchor").longValue()).isPositive();
        assertThat(made.path("total_flagged").intValue()).isPositive();
        JsonNode leader = leader("Faraway");
        assertThat(leader).isNotNull();
        JsonNode evidence = leader.at("/leaderboards/0/evidence")
                .valueStream()
                .filter(each -> each.path("type").stringValue().equals("rank_gap"))
                .findFirst()
                .orElseThrow();
        assertThat(evidence.path("summary").stringValue()).contains("3000").contains("times as wide");
        assertThat(evidence.at("/measurements/player_score").intValue()).isEqualTo(3000);
        assertThat(report().at("/config/z_threshold").doubleValue()).isEqualTo(5.0);
    }

    @Test
    void aNewCaptureIsLookedAtByItself() {
        file("Farther");
        await().atMost(Duration.ofSeconds(15)).until(() -> leader("Farther") != null);
    }

    @Test
    void aReportThatIsKnownIs304() {
        file("Knowner");
        // Until the newest capture is looked at the report may become another.
        await().atMost(Duration.ofSeconds(15)).until(() -> leader("Knowner") != null);
        String etag = kiwi.client()
                .get()
                .uri(CHEATERS)
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag();
        assertThat(etag).isNotNull();
        kiwi.client()
                .get()
                .uri(CHEATERS)
                .header("If-None-Match", etag)
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void aCaptureThatNobodyWaitedForIsLookedAtWhenItIsServed() {
        json(post("?sync=false", "Furthest"), 202);
        await().atMost(Duration.ofSeconds(15)).until(() -> leader("Furthest") != null);
    }

    @Test
    void anAsynchronousOrderIsAnsweredAtOnce() {
        file("Farthest");
        JsonNode reply = json(
                admin.post()
                        .uri("/v1/leaderboards/cheaters/recompute")
                        .header("Prefer", "respond-async")
                        .exchange(),
                202);
        assertThat(reply.path("recomputing").booleanValue()).isTrue();
        await().atMost(Duration.ofSeconds(15)).until(() -> leader("Farthest") != null);
    }

    @Test
    void whatIsSwitchedOffIsNotShown() {
        file("Faraway");
        recompute();
        set("feature_cheater_detection_enabled", false);
        try {
            await().until(() -> report().path("total_flagged").intValue() == 0);
            assertThat(report().path("players")).isEmpty();
        } finally {
            set("feature_cheater_detection_enabled", true);
        }
    }

    @Test
    void theReportMayBeKeptByCachesForItsLifetime() {
        kiwi.client()
                .get()
                .uri(CHEATERS)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "public, max-age=1800");
    }

    @Test
    void warmsAndForgetsViews() {
        file("Faraway");
        assertThat(json(admin.post().uri("/v1/leaderboards/warm").exchange(), 202)
                        .path("warming")
                        .booleanValue())
                .isTrue();
        JsonNode views = json(admin.post().uri("/v1/leaderboards/views/recompute"));
        assertThat(views.path("recomputed").booleanValue()).isTrue();
        assertThat(views.path("board_charts_warmed").intValue()).isPositive();
    }

    @Test
    void ordersAreForAdministratorsOnly() {
        for (String path : new String[] {"warm", "cheaters/recompute", "views/recompute"}) {
            String uri = "/v1/leaderboards/" + path;
            json(kiwi.client().post().uri(uri).exchange(), 401);
            json(kiwi.with(kiwi.account().session()).post().uri(uri).exchange(), 403);
        }
    }
}
