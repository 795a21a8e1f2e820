package dev.kiwi.web.face;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.fixture.RawHttp;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** One application shows each host name its face (web.md A, D.1). */
@ExtendWith(WithKiwi.class)
class FacesTest {
    private final RunningKiwi api;

    FacesTest(RunningKiwi api) {
        this.api = api;
    }

    static Stream<String> pages() {
        return SitePage.ALL.stream().filter(SitePage::isSingle).map(SitePage::path);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageOfTheSiteHasWhatLinksAndSearchesShow(String path) {
        SitePage page = SitePage.ALL.stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow();
        String html = html(get(path));

        assertThat(html)
                .contains(
                        "<title>" + page.title().replace("'", "&#39;") + " · Kiwi</title>",
                        "<meta name=\"description\" content=\"",
                        "<link rel=\"canonical\" href=\"http://localhost:" + api.port() + path + "\">",
                        "<meta property=\"og:title\"",
                        "<meta property=\"og:url\"",
                        "<meta name=\"twitter:card\"",
                        "data-hook=\"navbar\"",
                        "data-hook=\"footer\"",
                        "id=\"main\"");
        assertThat(html.contains("noindex")).isEqualTo(!page.indexed());
        assertThat(html).as("scripts are files").doesNotContainPattern("<script(?![^>]*(src=|application/ld\\+json))");
        assertThat(html).doesNotContainPattern("\\son\\w+=\"");
    }

    @Test
    void aPageIsAskedForAgainAndMostlyNotSent() {
        String tag =
                get("/terms").returnResult(String.class).getResponseHeaders().getETag();

        api.client()
                .get()
                .uri("/terms")
                .header("If-None-Match", tag)
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectHeader()
                .valueEquals("Cache-Control", "no-cache");
    }

    @ParameterizedTest
    @CsvSource({
        "/design/kiwi.css,text/css",
        "/design/core.js,text/javascript",
        "/vendor/lit-html/lit-html.js,text/javascript"
    })
    void filesAreSentCompressedWithATag(String path, String type) {
        var answer = api.client()
                .get()
                .uri("/static" + path)
                .header("Accept-Encoding", "gzip")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(type)
                .expectHeader()
                .valueEquals("Cache-Control", "no-cache")
                .returnResult(byte[].class);

        assertThat(answer.getResponseHeaders().getETag()).startsWith("W/\"");
        assertThat(answer.getResponseHeaders().getVary()).contains(HttpHeaders.ACCEPT_ENCODING);
    }

    @ParameterizedTest
    @CsvSource({"/static/none.js", "/static/..%2fpages%2fportal.mustache", "/static/.hidden", "/static/"})
    void noOtherFileIsSent(String path) {
        get(path).expectStatus().isNotFound();
    }

    @Test
    void headIsAnsweredAsGetWithoutABody() {
        api.client()
                .head()
                .uri("/status")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .isEmpty();
    }

    @Test
    void theHostOfThePortalShowsItWhateverIsAskedFor() {
        for (String path : new String[] {"/", "/some/where"}) {
            var answer = at("dev.localhost", path).expectStatus().isOk();
            answer.expectHeader()
                    .value(
                            "Content-Security-Policy",
                            policy -> assertThat(policy)
                                    .contains("script-src 'self' https://challenges.cloudflare.com")
                                    .contains("frame-ancestors 'none'"));
            assertThat(html(answer)).contains("id=\"portal\"", "noindex");
        }
        // The API is there too, so that the portal's calls stay on its own origin.
        at("dev.localhost", "/config")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.app_name")
                .exists();
    }

    @Test
    void theHostOfTheApiSendsBrowsersToTheSite() {
        at("api.aallyn.net", "/activity?period=7d")
                .expectStatus()
                .isEqualTo(301)
                .expectHeader()
                .valueEquals("Location", "https://trove.aallyn.net/activity?period=7d");
        at("api.aallyn.net", "/api-info").expectStatus().isOk();
        at("api.aallyn.net", "/health").expectStatus().isOk();
    }

    @Test
    void crawlersAreToldWhatToLeaveAlone() {
        assertThat(html(at("api.aallyn.net", "/robots.txt"))).contains("Disallow: /\n");
        assertThat(html(at("dev.aallyn.net", "/robots.txt"))).contains("Disallow: /\n");
        assertThat(html(at("trove.aallyn.net", "/robots.txt")))
                .contains("Sitemap: https://trove.aallyn.net/sitemap.xml")
                .doesNotContain("Disallow: /\n");
        assertThat(html(at("trove.aallyn.net", "/sitemap.xml")))
                .contains("<loc>https://trove.aallyn.net/leaderboards</loc>")
                .doesNotContain("/login", "/dashboard", "{");
    }

    @Test
    void readsOfPagesAreThoseOfTheApiWithTheirOwnBoundsAndCaching() {
        get("/site/rotations/daily-buffs")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=30, public");
        get("/site/leaderboards/timestamps?limit=366").expectStatus().isEqualTo(422);
        get("/site/leaderboards/timestamps?limit=x").expectStatus().isEqualTo(422);
        get("/site/leaderboards/timestamps")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_JSON);
        get("/site/leaderboards/activity").expectHeader().valueEquals("Cache-Control", "no-cache");
        get("/site/rotations/server-time").expectHeader().valueEquals("Cache-Control", "no-cache");
        get("/site/giveaways/0/draw").expectHeader().valueEquals("Cache-Control", "no-cache");
        // A setting says for how long (D.9).
        get("/site/leaderboards/cheaters")
                .expectHeader()
                .value("Cache-Control", value -> assertThat(value).matches("public, max-age=[1-9]\\d*"));
    }

    @Test
    void daysOfHistoriesOfPagesAreTheNearestThatThereAre() {
        get("/site/trove-status/history?days=400")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.days")
                .isEqualTo(90);
        get("/site/trove-status/history?days=0")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.days")
                .isEqualTo(1);
        get("/site/leaderboards/activity/history?days=31").expectStatus().isOk();
    }

    /** No client library sends such an address, but a server sees them. */
    @Test
    void refusesAQueryThatIsNotEncoded() throws IOException {
        try (RawHttp connection = new RawHttp(api.port())) {
            connection.send("GET /site/leaderboards/timestamps?a[]=1 HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(connection.answer().status()).isEqualTo(400);
        }
    }

    @Test
    void nothingButReadsGoesThroughThem() {
        api.client()
                .post()
                .uri("/site/leaderboards/timestamps")
                .exchange()
                .expectStatus()
                .isNotFound();
        get("/site/tokens").expectStatus().isNotFound();
    }

    @Test
    void aReadOfAPageNeedsNoTokenAndTakesNone() {
        api.client()
                .get()
                .uri("/site/leaderboards/timestamps")
                .header("Authorization", "Bearer kiwi_nonsense")
                .exchange()
                .expectStatus()
                .isOk();
        get("/v1/leaderboards/timestamps").expectStatus().isUnauthorized();
    }

    private WebTestClient.ResponseSpec get(String path) {
        return at("localhost:" + api.port(), path);
    }

    private WebTestClient.ResponseSpec at(String host, String path) {
        return api.client()
                .get()
                .uri(java.net.URI.create("http://127.0.0.1:" + api.port() + path))
                .header("Host", host)
                .exchange();
    }

    private static String html(WebTestClient.ResponseSpec answer) {
        return answer.expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
