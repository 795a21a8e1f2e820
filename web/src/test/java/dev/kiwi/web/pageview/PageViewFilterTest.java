package dev.kiwi.web.pageview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.pageview.RecordedView;
import dev.kiwi.web.telemetry.Recorder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.HandlerMapping;

class PageViewFilterTest {
    private static final Instant NOW = Instant.parse("2026-11-21T23:59:59Z");
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private final List<RecordedView> views = new CopyOnWriteArrayList<>();
    private final Recorder<RecordedView> recorder =
            new Recorder<>("page_view", views::addAll, new SimpleMeterRegistry());

    private WebTestClient site(boolean enabled, MediaType type, HttpStatus status) {
        return WebTestClient.bindToWebHandler(exchange -> {
                    exchange.getAttributes().put(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/mods/{slug}");
                    exchange.getResponse().setStatusCode(status);
                    exchange.getResponse().getHeaders().setContentType(type);
                    return exchange.getResponse().setComplete();
                })
                .webFilter(
                        new PageViewFilter(
                                recorder,
                                new VisitorHash("root of all keys"),
                                Clock.fixed(NOW, ZoneOffset.UTC),
                                enabled)::filter)
                .build();
    }

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private void open(WebTestClient site, HttpMethod method, String path, String userAgent) {
        site.method(method).uri(path).header("User-Agent", userAgent).exchange();
    }

    /** All that was noted; whatever is noted at all is written at the stop. */
    private List<RecordedView> noted() {
        recorder.close();
        return views;
    }

    @Test
    void aPageIsNotedWithItsRouteItsPathAndAVisitorWhoIsNobody() {
        open(site(true, HTML, HttpStatus.OK), HttpMethod.GET, "/mods/a-mod?tab=1", BROWSER);
        assertThat(noted())
                .containsExactly(new RecordedView(
                        NOW,
                        "/mods/{slug}",
                        "/mods/a-mod",
                        new VisitorHash("root of all keys").of(LocalDate.of(2026, 11, 21), "unknown", BROWSER)));
    }

    @Test
    void theHashIsTheDocumentedOneAndAnotherOneTheNextDay() {
        VisitorHash hash = new VisitorHash("secret");
        // printf '%s' 'secret|2026-11-21|198.51.100.7|Firefox' | sha256sum | cut -c1-32
        assertThat(hash.of(LocalDate.of(2026, 11, 21), "198.51.100.7", "Firefox"))
                .isEqualTo("131a0fd194a093722ff9d32f8f4cb5a3")
                .isNotEqualTo(hash.of(LocalDate.of(2026, 11, 22), "198.51.100.7", "Firefox"));
        assertThat(hash).hasToString("VisitorHash[...]");
    }

    @Test
    void whatIsNoPageLoadIsNotNoted() {
        WebTestClient pages = site(true, HTML, HttpStatus.OK);
        open(pages, HttpMethod.HEAD, "/mods/a", BROWSER);
        open(pages, HttpMethod.POST, "/mods/a", BROWSER);
        open(pages, HttpMethod.GET, "/static/a.js", BROWSER);
        open(pages, HttpMethod.GET, "/site/mods", BROWSER);
        open(pages, HttpMethod.GET, "/v1/mods", BROWSER);
        open(pages, HttpMethod.GET, "/mods/a", "Mozilla/5.0 (compatible; Googlebot/2.1)");
        open(site(true, HTML, HttpStatus.NOT_FOUND), HttpMethod.GET, "/mods/a", BROWSER);
        open(site(true, MediaType.APPLICATION_JSON, HttpStatus.OK), HttpMethod.GET, "/mods/a", BROWSER);
        open(site(false, HTML, HttpStatus.OK), HttpMethod.GET, "/mods/a", BROWSER);
        assertThat(noted()).isEmpty();
    }

    @Test
    void aVisitorWithoutAUserAgentIsOne() {
        site(true, HTML, HttpStatus.OK).get().uri("/").exchange();
        assertThat(noted()).hasSize(1);
    }

    @Test
    void aVeryLongPathIsCut() {
        open(site(true, HTML, HttpStatus.OK), HttpMethod.GET, "/player/" + "x".repeat(3_000), BROWSER);
        assertThat(noted().getFirst().path()).hasSize(512);
    }
}
