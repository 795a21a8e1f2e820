package dev.kiwi.web.feed;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kiwi.api.token.Scope;
import dev.kiwi.command.feed.Relays;
import dev.kiwi.embedded.TestUpstream.Answer;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** feeds-events.md A1 to A4: upstreams in, reads out. */
@ExtendWith(WithKiwi.class)
class FeedsTest {
    private final RunningKiwi kiwi;
    private final WebTestClient reader;
    private final Relays relays;

    FeedsTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
        this.reader = kiwi.with(kiwi.token(kiwi.account()));
        this.relays = kiwi.part(Relays.class);
    }

    private JsonNode get(String path) {
        return json(reader.get().uri("/v1/feeds" + path));
    }

    private static String rss(String title, String url) {
        return "<rss version='2.0'><channel><item><title>" + title + "</title><link>" + url
                + "</link><category>PC</category><pubDate>Sun, 22 Nov 2037 10:00:00 GMT</pubDate></item></channel></rss>";
    }

    @Test
    void newsAreRelayedAndMerged() {
        FeedStandIn.answers(FeedStandIn.NEWS, 200, rss("Feeds &amp; merged", "https://t.example/feeds/1"));
        relays.fetch("news");
        FeedStandIn.answers(FeedStandIn.NEWS, 200, rss("feeds &amp; Merged", "https://t.example/feeds/2"));
        relays.fetch("news");
        JsonNode news = await().until(
                        () -> get("/news?limit=50"),
                        list -> list.path("items").valueStream().anyMatch(FeedsTest::isMerged));
        assertThat(news.path("items")
                        .valueStream()
                        .filter(item -> item.path("title").stringValue().equalsIgnoreCase("feeds & merged")))
                .hasSize(1);
        assertThat(news.path("count").intValue()).isEqualTo(news.path("items").size());
        assertThat(get("/news?limit=1").path("items")).hasSize(1);
        JsonNode archive = await().until(
                        () -> json(reader.get().uri("/v1/misc/news-history?limit=200")),
                        all -> all.path("items")
                                        .valueStream()
                                        .filter(FeedsTest::isMerged)
                                        .count()
                                == 2);
        assertThat(archive.path("total").intValue())
                .isEqualTo(archive.path("count").intValue());
        assertThat(json(reader.get().uri("/v1/misc/news-history?limit=1&offset=1"))
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void theArchiveNeedsATokenAndALimitInside() {
        json(kiwi.client().get().uri("/v1/misc/news-history").exchange(), 401);
        json(reader.get().uri("/v1/misc/news-history?limit=201").exchange(), 422);
        json(reader.get().uri("/v1/misc/news-history?offset=-1").exchange(), 422);
        JsonNode narrow = kiwi.mint(kiwi.account(), Map.of("name", "narrow", "scopes", Scope.FEEDS_READ.value()));
        json(
                kiwi.with(narrow.path("token").stringValue())
                        .get()
                        .uri("/v1/misc/news-history")
                        .exchange(),
                403);
    }

    private static boolean isMerged(JsonNode item) {
        return item.path("title").stringValue().equalsIgnoreCase("feeds & merged")
                && item.path("published_at").longValue()
                        == Instant.parse("2037-11-22T10:00:00Z").getEpochSecond()
                && item.path("author").stringValue().equals("Team Trove")
                && item.path("categories").toString().equals("[\"PC\"]");
    }

    @Test
    void streamsAreAsTheyWereFetchedLast() {
        FeedStandIn.answers(
                FeedStandIn.TWITCH, 200, "{\"data\":[{\"user_login\":\"feeds_a\"},{\"user_login\":\"feeds_b\"}]}");
        relays.fetch("twitch");
        JsonNode both =
                await().until(() -> get("/twitch"), list -> list.path("count").intValue() == 2);
        assertThat(both.at("/items/0/login").stringValue()).isEqualTo("feeds_a");
        assertThat(both.path("configured").booleanValue()).isTrue();
        assertThat(both.path("fetched_at").longValue()).isPositive();
        FeedStandIn.answers(FeedStandIn.TWITCH, 200, "{\"data\":[]}");
        relays.fetch("twitch");
        await().until(() -> get("/twitch"), list -> list.path("count").intValue() == 0);
    }

    @Test
    void videosAreRelayed() {
        Map<String, Object> snippet = Map.of(
                "title",
                "Trove geode",
                "channelTitle",
                "Mira",
                "publishedAt",
                Instant.now().toString());
        FeedStandIn.answers(
                FeedStandIn.YOUTUBE,
                asked -> new Answer(
                        200,
                        FeedStandIn.json(Map.of(
                                "items",
                                asked.path().contains("/search?")
                                        ? List.of(Map.of("id", Map.of("videoId", "v"), "snippet", snippet))
                                        : List.of()))));
        relays.fetch("youtube");
        JsonNode videos =
                await().until(() -> get("/youtube"), list -> list.path("count").intValue() == 1);
        assertThat(videos.at("/items/0/url").stringValue()).isEqualTo("https://www.youtube.com/watch?v=v");

        FeedStandIn.answers(
                FeedStandIn.BILIBILI,
                200,
                "<div class='bili-video-card'><a href='//www.bilibili.com/video/BV1'></a></div>");
        relays.fetch("bilibili");
        JsonNode others =
                await().until(() -> get("/bilibili"), list -> list.path("count").intValue() == 1);
        assertThat(others.at("/items/0/video_id").stringValue()).isEqualTo("BV1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/news", "/twitch", "/youtube", "/bilibili", "/events/categories"})
    void readsAreSharedAndHaveAnETag(String path) {
        String etag = reader.get()
                .uri("/v1/feeds" + path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag();
        assertThat(etag).startsWith("W/");
        reader.get()
                .uri("/v1/feeds" + path)
                .header("If-None-Match", etag)
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/news?limit=0",
                "/news?limit=51",
                "/news?limit=x",
                "/events?limit=501",
                "/events/history?limit=0"
            })
    void refusesALimitOutside(String path) {
        JsonNode error = json(reader.get().uri("/v1/feeds" + path).exchange(), 422);
        assertThat(error.at("/error/code").stringValue()).isEqualTo("validation_error");
    }

    @Test
    void aBadTokenIsRefusedAndAGoodOneIsNot() {
        json(kiwi.with("kiwi_nonsense").get().uri("/v1/feeds/news").exchange(), 401);
        json(kiwi.with(kiwi.token(kiwi.account())).get().uri("/v1/feeds/news"));
    }

    @Test
    void anonymousReadsAreLimited() {
        WebTestClient one = kiwi.client();
        for (int i = 0; i < 30; i++) {
            one.get()
                    .uri("/v1/feeds/events/categories")
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
        json(one.get().uri("/v1/feeds/events/categories").exchange(), 429);
    }
}
