package dev.kiwi.query.pageview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.pageview.GetPageViews;
import dev.kiwi.api.pageview.PageViews;
import dev.kiwi.api.pageview.PageViews.Bucket;
import dev.kiwi.api.pageview.PageViews.Page;
import dev.kiwi.api.pageview.RecordedView;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.projection.pageview.PageViewLog;
import dev.kiwi.projection.telemetry.LogProjector;
import dev.kiwi.projection.telemetry.TelemetryLog;
import dev.kiwi.projection.telemetry.TelemetrySchema;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageViewQueriesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:20:30Z");

    private final DataSource dataSource = TestStores.freshDatabase().dataSource();
    private final PageViewQueries queries = new PageViewQueries(dataSource, Clock.fixed(NOW, ZoneOffset.UTC));
    private TelemetryLog<RecordedView> log;
    private LogProjector projector;

    @BeforeEach
    void start() {
        new TelemetrySchema(dataSource);
        log = new TelemetryLog<>(dataSource, PageViewLog.LOG);
        projector = new LogProjector(dataSource, PageViewLog.BY_DAY);
    }

    private void view(String at, String path, String visitor) {
        log.append(List.of(new RecordedView(Instant.parse(at), path, path, visitor)));
    }

    /** The aggregate counts all of them, some of them or none: the answer is the same. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 5, 7})
    void viewsAndVisitorsAreCountedByPageHoweverManyAreCountedAlready(int counted) {
        String[][] views = {
            {"2026-11-18T10:20:29Z", "/", "too old"},
            {"2026-11-18T10:20:30Z", "/", "a on the 18th"},
            {"2026-11-19T12:00:00Z", "/mods", "a on the 19th"},
            {"2026-11-20T23:59:59Z", "/mods", "a on the 20th"},
            {"2026-11-21T00:00:00Z", "/mods", "a on the 21st"},
            {"2026-11-21T09:00:00Z", "/mods", "a on the 21st"},
            {"2026-11-21T10:00:00Z", "/", "a on the 21st"},
        };
        for (int n = 0; n < views.length; n++) {
            view(views[n][0], views[n][1], views[n][2]);
            if (n + 1 == counted) {
                projector.advance();
            }
        }
        assertThat(queries.count(new GetPageViews(3, 100, false)))
                .isEqualTo(
                        new PageViews(3, 6, 4, 3, List.of(new Page("/mods", 4, 3), new Page("/", 2, 2)), null, null));
        assertThat(queries.count(new GetPageViews(3, 1, false)).pages()).containsExactly(new Page("/mods", 4, 3));
        PageViews byDay = queries.count(new GetPageViews(3, 1, true));
        assertThat(byDay.granularity()).isEqualTo("day");
        assertThat(byDay.series())
                .containsExactly(bucket("18", 1, 1), bucket("19", 1, 1), bucket("20", 1, 1), bucket("21", 3, 1));
    }

    private static Bucket bucket(String day, long views, long visitors) {
        return new Bucket(Instant.parse("2026-11-" + day + "T00:00:00Z"), views, visitors);
    }

    @Test
    void upToTwoDaysTheSeriesIsByTheHourAndHoursWithoutViewsAreZero() {
        view("2026-11-20T10:59:59Z", "/", "a");
        view("2026-11-21T10:00:00Z", "/", "b");
        view("2026-11-21T10:01:00Z", "/mods", "b");
        projector.advance();
        PageViews views = queries.count(new GetPageViews(1, 10, true));
        assertThat(views.granularity()).isEqualTo("hour");
        assertThat(views.series()).hasSize(25).startsWith(new Bucket(Instant.parse("2026-11-20T10:00:00Z"), 1, 1));
        assertThat(views.series()).endsWith(new Bucket(Instant.parse("2026-11-21T10:00:00Z"), 2, 1));
        assertThat(views.series().subList(1, 24))
                .allSatisfy(
                        hour -> assertThat(hour.views() + hour.uniqueVisitors()).isZero());
    }

    @Test
    void givenNothingThenEverythingIsZeroAndTheSeriesIsComplete() {
        PageViews views = queries.count(new GetPageViews(30, 100, true));
        assertThat(views.totalViews() + views.uniqueVisitors() + views.viewsToday())
                .isZero();
        assertThat(views.pages()).isEmpty();
        assertThat(views.series()).hasSize(31);
    }
}
