package dev.kiwi.web.leaderboard;

import static dev.kiwi.web.app.RunningKiwi.json;
import static dev.kiwi.web.fixture.Dumps.anchor;
import static dev.kiwi.web.fixture.Dumps.board;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.fixture.Dumps;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** web.md D.2, D.3 and D.8: what the server puts into the pages of leaderboards and players, and what they ask for. */
@ExtendWith(WithKiwi.class)
class SitePagesTest {
    private final RunningKiwi kiwi;
    private final WebTestClient admin;

    SitePagesTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.admin = kiwi.with(kiwi.superuser().session());
    }

    private void file(long anchor, String dump) {
        json(Dumps.post(admin, "?sync=true&backfill=true&timestamp=" + anchor, dump), 200);
    }

    private void set(String key, Object value) {
        json(admin.put().uri("/admin/config/" + key).bodyValue(Map.of("value", value)));
    }

    private WebTestClient.ResponseSpec get(String uri) {
        return kiwi.client().get().uri(uri).exchange();
    }

    private String page(String uri) {
        return String.valueOf(get(uri).expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    @Test
    void findsPlayersByHowTheirNamesBegin() {
        file(anchor(1, 4), board(7401, "WRENS", "1;Qvandor;5|2;qvan;4|3;Quill;3"));
        JsonNode found = json(get("/site/leaderboards/players?q=QVAN"), 200);
        assertThat(found.path("items")).hasSize(2);
        assertThat(found.at("/items/0/name").stringValue()).isEqualTo("qvan");
        assertThat(json(get("/site/leaderboards/players?q=qvan&limit=1"), 200).path("items"))
                .hasSize(1);
        assertThat(json(get("/site/leaderboards/players?q=%20%20"), 200).path("items"))
                .isEmpty();
        get("/site/leaderboards/players?q=qv").expectHeader().valueEquals("Cache-Control", "max-age=30, public");
    }

    /** As many as reads of a page; one's own name in the address bar is shown all the same. */
    @Test
    void anAddressSearchesWithinTheBudgetOfThePages() {
        WebTestClient one = kiwi.client();
        for (int i = 0; i < 600; i++) {
            one.get()
                    .uri("/site/leaderboards/players?q=nobody")
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
        one.get()
                .uri("/site/leaderboards/players?q=nobody")
                .exchange()
                .expectStatus()
                .isEqualTo(429);
        one.get().uri("/player/Somebody").exchange().expectStatus().isOk();
    }

    /** Twenty times a token's; all addresses of a subscriber's network share it. */
    @Test
    void oldDataHasABudgetOfItsOwn() {
        for (int i = 0; i < 200; i++) {
            old("2001:db8:77::" + i).expectStatus().isOk();
        }
        json(old("2001:db8:77::ffff"), 429);
        json(old("2001:db8:77:1::1"), 200);
        json(kiwi.from("2001:db8:77::1").get().uri("/site/market/listings").exchange(), 200);
    }

    private WebTestClient.ResponseSpec old(String ip) {
        return kiwi.from(ip)
                .get()
                .uri("/site/market/listings?hide_expired=false")
                .exchange();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?q=q", "?q=qv&limit=0", "?q=qv&limit=21", "?q=qv&limit=x"})
    void refusesASearchThatIsNone(String query) {
        get("/site/leaderboards/players" + query)
                .expectStatus()
                .value(status -> assertThat(status).isBetween(400, 422))
                .expectBody()
                .jsonPath("$.error.code")
                .exists();
    }

    @Test
    void refusesWhatNoStoreTakes() {
        kiwi.client()
                .get()
                .uri(uri -> uri.path("/site/leaderboards/players")
                        .queryParam("q", "{q}")
                        .build("q\0v"))
                .exchange()
                .expectStatus()
                .value(status -> assertThat(status).isBetween(400, 422));
    }

    @Test
    void thePageOfLeaderboardsHasTheTabsThatAreSwitchedOn() {
        JsonNode config = json(get("/site/leaderboards/config"), 200);
        assertThat(config.path("hot_retention_days").intValue()).isEqualTo(3);
        assertThat(config.path("cheater_detection_enabled").booleanValue()).isTrue();
        assertThat(page("/leaderboards")).contains("data-tab=\"cheaters\"", "data-tab=\"clusters\"");
        set("feature_alt_clusters_enabled", false);
        try {
            await().until(() -> !json(get("/site/leaderboards/config"), 200)
                    .path("alt_clusters_enabled")
                    .booleanValue());
            assertThat(page("/leaderboards")).contains("data-tab=\"cheaters\"").doesNotContain("data-tab=\"clusters\"");
        } finally {
            set("feature_alt_clusters_enabled", true);
        }
    }

    @Test
    void aPlayersPageHasTheNameAsItIsSpeltInTitleDescriptionAndAddress() {
        file(anchor(1, 5), board(7402, "LARKS", "1;Old Vynn;5"));
        String html = page("/player/OLD VYNN");
        assertThat(html)
                .contains("<title>Old Vynn on Trove&#39;s leaderboards")
                .containsPattern("<meta name=\"description\" content=\"[^\"]*Old Vynn")
                .containsPattern("<link rel=\"canonical\" href=\"[^\"]*/player/Old%20Vynn\">")
                .doesNotContain("noindex");
    }

    @Test
    void aNameThatNobodyHasGetsAPageThatNobodyFinds() {
        String html = page("/player/<script>alert(1)<%2Fscript>");
        assertThat(html).contains("noindex", "&lt;script&gt;alert(1)").doesNotContain("<script>alert");
    }

    @Test
    void renamesOfAPlayerAreAskedForByName() {
        assertThat(json(get("/site/leaderboards/renames?player=Nobody at all"), 200)
                        .path("renames"))
                .isEmpty();
    }
}
