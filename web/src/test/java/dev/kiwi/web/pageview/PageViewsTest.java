package dev.kiwi.web.pageview;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.pageview.RecordedView;
import dev.kiwi.projection.pageview.PageViewLog;
import dev.kiwi.projection.telemetry.TelemetryLog;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** {@code GET /admin/pageviews}. There is no page to open yet, so views are put into the log. */
@ExtendWith(WithKiwi.class)
class PageViewsTest {
    private final WebTestClient admin;
    private final String path = "/mods/" + UUID.randomUUID();

    PageViewsTest(RunningKiwi kiwi) {
        admin = kiwi.with(kiwi.superuser().session());
        RecordedView view = new RecordedView(Instant.now(), "/mods/{slug}", path, "0123456789abcdef");
        new TelemetryLog<>(kiwi.part(DataSource.class), PageViewLog.LOG).append(List.of(view, view));
    }

    @Test
    void countsViewsAndVisitorsOfEachPage() {
        JsonNode views = json(admin.get().uri("/admin/pageviews"));
        assertThat(views.path("window_days").intValue()).isEqualTo(30);
        assertThat(views.path("total_views").intValue()).isGreaterThanOrEqualTo(2);
        assertThat(views.path("unique_visitors").intValue()).isPositive();
        assertThat(views.path("views_today").isIntegralNumber()).isTrue();
        assertThat(views.path("series").isNull()).isTrue();
        assertThat(views.path("pages")
                        .valueStream()
                        .filter(page -> page.path("path").asString().equals(path)))
                .singleElement()
                .satisfies(page -> {
                    assertThat(page.path("views").intValue()).isEqualTo(2);
                    assertThat(page.path("unique_visitors").intValue()).isEqualTo(1);
                });
    }

    @Test
    void showsTheirCourse() {
        JsonNode hours = json(admin.get().uri("/admin/pageviews?days=2&top=1&series=true"));
        assertThat(hours.path("granularity").stringValue()).isEqualTo("hour");
        assertThat(hours.path("series")).hasSize(49);
        assertThat(Instant.parse(hours.at("/series/0/bucket").stringValue())).isBefore(Instant.now());
        JsonNode days = json(admin.get().uri("/admin/pageviews?days=90&series=true"));
        assertThat(days.path("granularity").stringValue()).isEqualTo("day");
        assertThat(days.path("series")).hasSize(91);
        assertThat(days.at("/series/90/views").intValue()
                        + days.at("/series/89/views").intValue())
                .isGreaterThanOrEqualTo(2);
    }
}
