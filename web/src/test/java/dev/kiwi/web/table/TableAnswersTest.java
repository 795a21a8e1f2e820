package dev.kiwi.web.table;

import static dev.kiwi.web.app.RunningKiwi.json;
import static dev.kiwi.web.fixture.Dumps.anchor;
import static dev.kiwi.web.fixture.Dumps.board;
import static dev.kiwi.web.fixture.Scrapes.listing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.fixture.Dumps;
import dev.kiwi.web.fixture.Scrapes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.json.JsonMapper;

/** Lists in the format that was asked for. */
@ExtendWith(WithKiwi.class)
class TableAnswersTest {
    private final RunningKiwi kiwi;
    private final WebTestClient poster;
    private final WebTestClient reader;

    TableAnswersTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        Account bot = kiwi.superuser();
        this.poster = kiwi.with(bot.session());
        this.reader = kiwi.with(kiwi.token(bot));
    }

    private WebTestClient.ResponseSpec get(String uri, String accept) {
        return reader.get().uri(uri).header("Accept", accept).exchange();
    }

    private String text(String uri, String accept) {
        return get(uri, accept)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(accept)
                .expectHeader()
                .values("Vary", vary -> assertThat(vary).contains("Accept"))
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    @Test
    void entriesAreATable() {
        long anchor = anchor(3, 7);
        String dump = board(7301, "OWLS", "1;Mira, the 1st;912|2;=1+1;880.5");
        json(Dumps.post(poster, "?sync=true&timestamp=" + anchor, dump), 200);
        String uri = "/v1/leaderboards/7301/entries?created_at=" + anchor;
        String csv = text(uri, "text/csv");
        assertThat(csv.lines().skip(1)).containsExactly("1,\"Mira, the 1st\",912,,,,,false", "2,'=1+1,880.5,,,,,false");
        assertThat(csv).startsWith("rank,player_name,score,prev_rank,prev_score,rank_delta,score_delta,is_new\r\n");
        List<String> lines = text(uri, "application/x-ndjson").lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(JsonMapper.shared()
                        .readTree(lines.get(1))
                        .path("player_name")
                        .stringValue())
                .isEqualTo("=1+1");
        assertThat(text("/v1/leaderboards?created_at=" + anchor, "text/csv").lines())
                .hasSize(2);
    }

    @Test
    void listingsAreATable() {
        long now = System.currentTimeMillis() / 1000;
        json(Scrapes.post(poster, "", listing(now, "Infinium Ore", 2, 30)), 200);
        String uri = "/v1/market/listings?name=Infinium Ore";
        assertThat(text(uri, "text/csv").lines().skip(1))
                .hasSize(1)
                .first()
                .asString()
                .contains(",Infinium Ore,");
        assertThat(text("/v1/market/items/Infinium Ore/history", "text/csv").lines())
                .hasSize(2);
    }

    @Test
    void aTableOfNothingHasItsColumns() {
        assertThat(text("/v1/market/listings?name=nothing", "text/csv").lines()).hasSize(1);
        assertThat(get("/v1/market/listings?name=nothing", "application/x-ndjson")
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .isNullOrEmpty();
    }

    @Test
    void activityIsATable() {
        assertThat(text("/v1/activity/series", "text/csv")).startsWith("t,active,peak,samples\r\n");
        assertThat(text("/v1/class-activity/series", "text/csv"))
                .startsWith("bucket,class_index,name,value,value_clean\r\n");
    }

    private static final String LISTS = """
            /v1/leaderboards/timestamps          | created_at
            /v1/leaderboards?created_at=ANCHOR   | uuid,name_id,
            /v1/leaderboards/7302/entries?created_at=ANCHOR | rank,player_name,score,
            /v1/leaderboards/players/Otto/history | rank,player_name,score,prev_rank,prev_score,rank_delta,score_delta,is_new,leaderboard,created_at
            /v1/leaderboards/7302/cutoffs        | place,rank,score,prev_score,score_delta
            /v1/leaderboards/renames             | id,from_name,to_name,from_anchor,to_anchor,confidence,matched_boards,method_version,created_at
            /v1/market/listings                  | id,name,type,
            /v1/market/items                     | name
            /v1/misc/interest-items              | name
            /v1/activity/history                 | window_end,window_start,
            /v1/activity/series                  | t,active,peak,samples
            /v1/class-activity/current           | class_index,name,
            /v1/class-activity/series            | bucket,class_index,name,value,value_clean
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = LISTS)
    void everyListIsATableWithItsTagAnd304(String path, String columns) {
        long anchor = anchor(2, 8);
        json(Dumps.post(poster, "?sync=true&backfill=true&timestamp=" + anchor, board(7302, "KITES", "1;Otto;9")), 200);
        String uri = path.replace("ANCHOR", Long.toString(anchor));
        assertThat(text(uri, "text/csv")).startsWith(columns);
        // A history ends with the minute.
        kiwi.still(() -> {
            String csv = tagThatIsAnswered304(uri, "text/csv");
            String ndjson = tagThatIsAnswered304(uri, "application/x-ndjson");
            assertThat(List.of(csv, ndjson, tagThatIsAnswered304(uri, "application/json")))
                    .doesNotHaveDuplicates()
                    .allMatch(tag -> tag.startsWith("W/\""));
        });
    }

    private String tagThatIsAnswered304(String uri, String accept) {
        String tag = get(uri, accept)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag();
        assertThat(tag).as(uri + " as " + accept).isNotNull();
        reader.get()
                .uri(uri)
                .header("Accept", accept)
                .header("If-None-Match", tag)
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectHeader()
                .values("Vary", vary -> assertThat(vary).contains("Accept"));
        return tag;
    }

    @Test
    void valuesAloneAreRowsOfOneColumn() {
        long anchor = anchor(2, 9);
        json(Dumps.post(poster, "?sync=true&backfill=true&timestamp=" + anchor, board(7303, "EMUS", "1;Otto;9")), 200);
        String all = "/v1/leaderboards/timestamps?limit=365";
        assertThat(text(all, "text/csv").lines()).contains(Long.toString(anchor));
        assertThat(text(all, "application/x-ndjson").lines()).contains("{\"created_at\":" + anchor + "}");
        assertThat(text("/v1/misc/interest-items", "application/x-ndjson").lines())
                .contains("{\"name\":\"Glim\"}");
    }

    @Test
    void placingsAndCutoffsAreRows() {
        long anchor = anchor(2, 10);
        String dump = board(7304, "RHEAS", "1;Otto the Rhea;9|2;Tom;8.5");
        json(Dumps.post(poster, "?sync=true&backfill=true&timestamp=" + anchor, dump), 200);
        assertThat(text("/v1/leaderboards/players/otto the rhea/history", "text/csv")
                        .lines()
                        .skip(1))
                .containsExactly("1,Otto the Rhea,9,,,,,false,7304," + anchor);
        assertThat(text("/v1/leaderboards/7304/cutoffs?ranks=1,2", "text/csv")
                        .lines()
                        .skip(1))
                .containsExactly("1,1,9,,", "2,2,8.5,,");
    }

    @Test
    void whoAsksForNothingGetsJson() {
        for (String accept : List.of("*/*", "application/json", "text/html, */*;q=0.1")) {
            get("/v1/market/listings", accept)
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .contentTypeCompatibleWith("application/json");
        }
        reader.get().uri("/v1/market/listings").exchange().expectHeader().contentTypeCompatibleWith("application/json");
    }

    @Test
    void aMistakeIsToldAsEver() {
        get("/v1/market/listings?limit=0", "text/csv")
                .expectStatus()
                .isEqualTo(422)
                .expectHeader()
                .contentTypeCompatibleWith("application/json");
    }
}
