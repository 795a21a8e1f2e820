package dev.kiwi.query.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.account.AccountEvent.AccountRegistered;
import dev.kiwi.api.usage.ActivityOverview;
import dev.kiwi.api.usage.ActivityOverview.User;
import dev.kiwi.api.usage.ActivitySummary;
import dev.kiwi.api.usage.ActivitySummary.Day;
import dev.kiwi.api.usage.ActivitySummary.Endpoint;
import dev.kiwi.api.usage.GetActivity;
import dev.kiwi.api.usage.GetActivityOverview;
import dev.kiwi.api.usage.UsageFilter;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.projection.account.AccountProjector;
import dev.kiwi.query.readmodel.PostgresReadModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityQueriesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:20:30.123Z");
    private static final Instant WEEK_AGO = NOW.minus(Duration.ofDays(7));

    private final PostgresReadModel accounts = PostgresReadModel.in(
            TestStores.freshDatabase(), "account", "projection/account.sql", AccountProjector::new);
    private final Usage usage = new Usage(accounts.dataSource());
    private final ActivityQueries queries =
            new ActivityQueries(accounts.dataSource(), Clock.fixed(NOW, ZoneOffset.UTC));

    private ActivitySummary ofAda(int days) {
        return queries.summarize(new GetActivity(UsageFilter.ofAccount("ada"), days));
    }

    @Test
    void givenNothingThenEverythingIsZero() {
        assertThat(ofAda(7)).isEqualTo(new ActivitySummary(7, 0, 0, 0, 0, List.of(), List.of()));
    }

    /** The aggregate counts all of them, some of them or none: the answer is the same. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void requestsAreAddedUpByDayAndEndpointHoweverManyAreCountedAlready(int counted) {
        Runnable[] requests = {
            () -> usage.request(WEEK_AGO.minusMillis(1), "ada", 200),
            () -> usage.request(WEEK_AGO, "ada", "/v1/a", 200, 1_000),
            () -> usage.request(WEEK_AGO.plusSeconds(3600), "ada", "/v1/b", 404, 2_000),
            () -> usage.request(NOW.minusSeconds(60), "ada", "/v1/b", 429, 2_005),
            () -> usage.request(NOW.minusSeconds(50), "ada", "/v1/b", 200, 123_456),
            () -> usage.request(NOW.minusSeconds(40), "bob", 500),
        };
        for (int n = 0; n < requests.length; n++) {
            requests[n].run();
            if (n + 1 == counted) {
                usage.project();
            }
        }
        ActivitySummary summary = ofAda(7);
        assertThat(summary.totalRequests()).isEqualTo(4);
        assertThat(summary.errorCount()).isEqualTo(2);
        assertThat(summary.rateLimited()).isEqualTo(1);
        assertThat(summary.avgDurationMs()).isEqualTo(32.12);
        assertThat(summary.byDay())
                .containsExactly(
                        new Day(LocalDate.of(2026, 11, 14), 2, 1, 1.5),
                        new Day(LocalDate.of(2026, 11, 21), 2, 1, 62.73));
        assertThat(summary.byEndpoint())
                .containsExactly(new Endpoint("/v1/b", "GET", 3, 2, 42.49), new Endpoint("/v1/a", "GET", 1, 0, 1));
        assertThat(queries.summarize(new GetActivity(UsageFilter.ofToken("t-ada"), 7)))
                .isEqualTo(summary);
        assertThat(queries.summarize(new GetActivity(UsageFilter.ofToken("t-bob"), 7))
                        .totalRequests())
                .isEqualTo(1);
    }

    @Test
    void aWindowThatBeginsOnTheHourCountsThatHour() {
        ActivityQueries onTheHour = new ActivityQueries(
                accounts.dataSource(), Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC));
        usage.request(Instant.parse("2026-11-20T10:00:00Z"), "ada", 200);
        usage.request(Instant.parse("2026-11-20T09:59:59.999Z"), "ada", 200);
        usage.project();
        assertThat(onTheHour
                        .summarize(new GetActivity(UsageFilter.ofAccount("ada"), 1))
                        .totalRequests())
                .isEqualTo(1);
    }

    @Test
    void theOverviewNamesThoseWhoCalledMost() {
        accounts.apply(
                "account:ada", new AccountRegistered("ada", "ada@kiwi.example", null, null, null, true, false, NOW));
        usage.request(NOW.minusSeconds(9), "gone", 200);
        usage.request(NOW.minusSeconds(8), "ada", 200);
        usage.request(NOW.minusSeconds(7), "ada", 429);
        usage.project();
        usage.request(NOW.minusSeconds(6), "gone", 403);
        usage.request(NOW.minusSeconds(5), "ada", 404);
        usage.request(NOW.minusSeconds(4), "cyd", 200);
        ActivityOverview overview = queries.overview(new GetActivityOverview(7, 2));
        assertThat(overview)
                .isEqualTo(new ActivityOverview(
                        7,
                        6,
                        3,
                        1,
                        1,
                        List.of(new User("ada", "ada@kiwi.example", 3, 2, 1), new User("gone", null, 2, 1, 0))));
    }

    @Test
    void anOverviewOfNothingIsZero() {
        assertThat(queries.overview(new GetActivityOverview(7, 10)))
                .isEqualTo(new ActivityOverview(7, 0, 0, 0, 0, List.of()));
    }
}
