package dev.kiwi.web.leaderboard;

import static dev.kiwi.web.app.RunningKiwi.json;
import static dev.kiwi.web.fixture.Dumps.anchor;
import static dev.kiwi.web.fixture.Dumps.board;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.fixture.Dumps;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Charts, health, profiles, cut-offs, comparison and cursors over HTTP; InsightsTest of the query side has the figures. */
@ExtendWith(WithKiwi.class)
class InsightsTest {
    private final RunningKiwi kiwi;
    private final WebTestClient poster;
    private final WebTestClient reader;

    InsightsTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        Account bot = kiwi.superuser();
        this.poster = kiwi.with(bot.session());
        this.reader = kiwi.with(kiwi.token(bot));
    }

    private void file(long anchor, String dump) {
        JsonNode reply = json(Dumps.post(poster, "?sync=true&backfill=true&timestamp=" + anchor, dump), 200);
        assertThat(reply.path("accepted").booleanValue()).isTrue();
    }

    private JsonNode get(String path) {
        return json(reader.get().uri("/v1/leaderboards" + path));
    }

    @Test
    void showsABoardsLeadersOverTime() {
        file(anchor(2, 1), board(7201, "GULLS", "1;Mira;5|2;Tom;4"));
        file(anchor(1, 1), board(7201, "GULLS", "1;Tom;9|2;Mira;6"));
        JsonNode chart = get("/7201/history?days=3&top=1");
        assertThat(chart.path("anchors")).hasSize(2);
        assertThat(chart.at("/series/0/player_name").stringValue()).isEqualTo("Tom");
        assertThat(chart.at("/series/0/points/0/rank").intValue()).isEqualTo(2);
        assertThat(chart.at("/series/0/points/0/synthetic").booleanValue()).isFalse();
        assertThat(get("/7201/history?days=400&top=0").path("days").intValue()).isEqualTo(30);
        assertThat(get("/7299/history").path("series")).isEmpty();
    }

    @Test
    void longWindowsArePaidForTwice() {
        reader.get()
                .uri("/v1/leaderboards/7201/history?days=3")
                .exchange()
                .expectHeader()
                .doesNotExist("X-RateLimit-Archive-Limit");
        for (String path : List.of("/7201/history", "/players/Mira/series?days=4")) {
            reader.get()
                    .uri("/v1/leaderboards" + path)
                    .exchange()
                    .expectHeader()
                    .exists("X-RateLimit-Archive-Limit");
        }
    }

    @Test
    void showsAPlayerOverTimeAndInAProfileForEverybody() {
        file(anchor(2, 2), board(7202, "TERNS", "3;Old Vy;5"));
        file(anchor(1, 2), board(7202, "TERNS", "2;old VY;7"));
        JsonNode series = get("/players/OLD vy/series?days=3");
        assertThat(series.path("canonical_name").stringValue()).isEqualTo("old VY");
        assertThat(series.at("/series/0/best_rank").intValue()).isEqualTo(2);
        JsonNode profile = json(kiwi.client().get().uri("/v1/leaderboards/players/old vy/profile"));
        assertThat(profile.path("verified").booleanValue()).isFalse();
        assertThat(profile.at("/summary/best_rank").intValue()).isEqualTo(2);
        assertThat(profile.at("/summary/top10_count").intValue()).isEqualTo(1);
        assertThat(profile.at("/recent/0/rank_delta").intValue()).isEqualTo(1);
        JsonNode nobody = json(kiwi.client().get().uri("/v1/leaderboards/players/ nobody at all /profile"));
        assertThat(nobody.path("player_name").stringValue()).isEqualTo("nobody at all");
        assertThat(nobody.path("boards")).isEmpty();
        assertThat(nobody.at("/summary/best_rank").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/7203/health",
                "/7203/cutoffs",
                "/7203/history?days=1",
                "/players/Mira/series?days=1",
                "/compare?player=Mira&player=Tom",
                "/players/Mira/profile"
            })
    void readsAnswer304(String path) {
        file(anchor(1, 3), board(7203, "RAILS", "1;Mira;5"));
        String uri = "/v1/leaderboards" + path;
        // A chart ends with the minute.
        kiwi.still(() -> {
            String etag = reader.get()
                    .uri(uri)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .returnResult(Void.class)
                    .getResponseHeaders()
                    .getETag();
            assertThat(etag).isNotNull();
            reader.get()
                    .uri(uri)
                    .header("If-None-Match", etag)
                    .exchange()
                    .expectStatus()
                    .isNotModified();
        });
    }

    @Test
    void saysWhatARankTakesAndHowPlayersCompare() {
        file(anchor(1, 4), board(7204, "SKUAS", "1;Mira;50|2;Tom;40|3;Una;30"));
        JsonNode cutoffs = get("/7204/cutoffs?ranks=3,1&score=45&created_at=" + anchor(1, 4));
        assertThat(cutoffs.at("/cutoffs/0/score").intValue()).isEqualTo(50);
        assertThat(cutoffs.at("/cutoffs/1/place").intValue()).isEqualTo(3);
        assertThat(cutoffs.at("/placed/place").intValue()).isEqualTo(2);
        JsonNode compared = get("/compare?player=mira&player=tom&created_at=" + anchor(1, 4));
        assertThat(compared.at("/players/0/wins").intValue()).isEqualTo(1);
        assertThat(compared.at("/boards/0/standings/1/rank").intValue()).isEqualTo(2);
    }

    @Test
    void walksABoardByCursor() {
        file(anchor(1, 5), board(7205, "KNOTS", "1;a;5|2;b;4|3;c;3"));
        JsonNode first = get("/7205/entries?limit=2&created_at=" + anchor(1, 5));
        String cursor = first.path("next_cursor").stringValue();
        JsonNode last = get("/7205/entries?limit=2&cursor=" + cursor);
        assertThat(last.at("/items/0/player_name").stringValue()).isEqualTo("c");
        assertThat(last.path("next_cursor").isNull()).isTrue();
        file(anchor(1, 5), board(7205, "KNOTS", "1;a;6|2;b;4|3;c;3"));
        json(reader.get().uri("/v1/leaderboards/7205/entries?cursor=" + cursor).exchange(), 409);
        json(reader.get().uri("/v1/leaderboards/7204/entries?cursor=" + cursor).exchange(), 400);
        json(reader.get().uri("/v1/leaderboards/7205/entries?cursor=zz").exchange(), 400);
        json(
                reader.get()
                        .uri("/v1/leaderboards/players/a/history?cursor=" + cursor)
                        .exchange(),
                400);
    }

    @ParameterizedTest
    @CsvSource({
        "/987654/health, 404",
        "/987654/cutoffs, 404",
        "/x/health, 422",
        "/7204/cutoffs?ranks=0, 422",
        "/7204/cutoffs?ranks=x, 422",
        "/7204/cutoffs?created_at=0, 400",
        "/compare, 422",
        "/compare?player=Mira, 422",
        "/7204/history?days=x, 422",
        "/7204/cutoffs?score=NaN, 422",
        "/7204/cutoffs?score=Infinity, 422",
        "/compare?player=a&player=%00, 422",
        "/players/%00/history, 422",
        "/players/%00/series, 422",
        "/players/%00/profile, 422"
    })
    void refusesWhatCannotBeAsked(String path, int status) {
        // A template encodes what it is given, a per cent sign too.
        String template = "/v1/leaderboards" + path.replace("%00", "{nul}");
        json(reader.get().uri(template, Map.of("nul", "\0")).exchange(), status);
    }

    @Test
    void mostOfItIsForTokensOnly() {
        for (String path :
                List.of("/1/history", "/1/health", "/1/cutoffs", "/players/a/series", "/compare?player=a&player=b")) {
            json(kiwi.client().get().uri("/v1/leaderboards" + path).exchange(), 401);
        }
    }
}
