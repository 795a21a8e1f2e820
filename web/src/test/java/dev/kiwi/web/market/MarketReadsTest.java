package dev.kiwi.web.market;

import static dev.kiwi.web.app.RunningKiwi.json;
import static dev.kiwi.web.fixture.Scrapes.listing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.fixture.Scrapes;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** market.md 7: scrapes in, reads out. Each test has an item of its own. */
@ExtendWith(WithKiwi.class)
class MarketReadsTest {
    private final long now = Instant.now().getEpochSecond();
    private final RunningKiwi kiwi;
    private final WebTestClient poster;
    private final WebTestClient reader;

    MarketReadsTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        Account bot = kiwi.superuser();
        this.poster = kiwi.with(bot.session());
        this.reader = kiwi.with(kiwi.token(bot));
    }

    private void scrape(long seen, String... listings) {
        json(Scrapes.post(poster, "?timestamp=" + seen, String.join("", listings)), 200);
    }

    private JsonNode get(String path) {
        return json(reader.get().uri("/v1/market" + path));
    }

    @Test
    void listsWhatIsOnOffer() {
        scrape(now, listing(now - 60, "Wallflowers", 2, 30), listing(now - 30, "Wallflowers", 1, 10));
        JsonNode page = get("/listings?name=Wallflowers&sort=-price_each&limit=1");
        assertThat(page.path("total").intValue()).isEqualTo(2);
        assertThat(page.path("count").intValue()).isEqualTo(1);
        JsonNode one = page.at("/items/0");
        assertThat(one.path("price_each").doubleValue()).isEqualTo(15);
        assertThat(one.path("last_seen").longValue()).isEqualTo(now);
        assertThat(one.path("expires_at").longValue()).isEqualTo(now - 60 + 604_800);
        assertThat(one.path("expired").booleanValue()).isFalse();
        assertThat(get("/listings?name=Wallflowers&price_max=10").path("total").intValue())
                .isEqualTo(1);
        // What was in the plus sign's place.
        assertThat(get("/listings?name=Wallflowers&sort=+price")
                        .at("/items/0/price")
                        .intValue())
                .isEqualTo(10);
    }

    @Test
    void expiredListingsCountAgainstASecondLimit() {
        scrape(now - 20_000, listing(now - 30_000, "Cave Kelp", 2, 30));
        assertThat(get("/listings?name=Cave Kelp").path("total").intValue()).isZero();
        String uri = "/v1/market/listings?hide_expired=false&name=Cave Kelp";
        for (int remaining = 9; remaining >= 0; remaining--) {
            reader.get()
                    .uri(uri)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .valueEquals("X-RateLimit-Archive-Remaining", String.valueOf(remaining));
        }
        // A request that makes no sense pays nothing, and is told so first.
        json(reader.get().uri(uri + "&price_min=2&price_max=1").exchange(), 400);
        json(reader.get().uri(uri).exchange().expectHeader().exists("Retry-After"), 429);
        reader.get()
                .uri("/v1/market/listings")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .doesNotExist("X-RateLimit-Archive-Limit");
    }

    @Test
    void summarisesAnItem() {
        scrape(now, listing(now, "Sunlight Bulb", 2, 30), listing(now, "Sunlight Bulb", 1, 10));
        JsonNode summary = get("/items/Sunlight Bulb/summary");
        assertThat(summary.path("count").intValue()).isEqualTo(2);
        assertThat(summary.path("median_each").doubleValue()).isEqualTo(12.5);
        assertThat(get("/items").path("items").valueStream().map(JsonNode::stringValue))
                .contains("Sunlight Bulb");
        JsonNode days = get("/items/Sunlight Bulb/history?days=2");
        assertThat(days.at("/items/0/volume").intValue()).isEqualTo(3);
        assertThat(days.at("/items/0/min_each").doubleValue()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({
        "/listings?limit=0, 422",
        "/listings?limit=1001, 422",
        "/listings?offset=-1, 422",
        "/listings?price_min=-1, 422",
        "/listings?price_max=x, 422",
        "/listings?last_seen_after=-1, 422",
        "/listings?price_min=2&price_max=1, 400",
        "/items/Nobody has this/summary, 404",
        "/items/Nobody has this/history, 404",
        "/items/Glim/history?days=0, 422",
        "/items/Glim/history?days=366, 422"
    })
    void refusesWhatCannotBeAsked(String path, int status) {
        json(reader.get().uri("/v1/market" + path).exchange(), status);
    }

    @Test
    void isForTokensOnly() {
        for (String path : List.of("/listings", "/items", "/items/Glim/summary", "/items/Glim/history")) {
            json(kiwi.client().get().uri("/v1/market" + path).exchange(), 401);
            json(poster.get().uri("/v1/market" + path).exchange(), 401);
        }
    }

    @Test
    void whatIsUnchangedIs304() {
        scrape(now, listing(now, "Bardium", 2, 30));
        String uri = "/v1/market/listings?name=Bardium";
        String etag = reader.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag();
        assertThat(etag).isNotNull();
        reader.get()
                .uri(uri)
                .header("If-None-Match", etag)
                .exchange()
                .expectStatus()
                .isNotModified();
        scrape(now + 1, listing(now, "Bardium", 2, 30));
        reader.get()
                .uri(uri)
                .header("If-None-Match", etag)
                .exchange()
                .expectStatus()
                .isOk();
    }
}
