package dev.kiwi.query.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.usage.ListUsageEvents;
import dev.kiwi.api.usage.UsageEvent;
import dev.kiwi.api.usage.UsageFilter;
import dev.kiwi.embedded.TestStores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsageEventQueriesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:20:30.123Z");

    private final DataSource dataSource = TestStores.freshDatabase().dataSource();
    private final UsageEventQueries queries = new UsageEventQueries(dataSource);

    @BeforeEach
    void fiveRequestsOfTwoDays() {
        Usage usage = new Usage(dataSource);
        usage.request(NOW.minus(Duration.ofDays(1)), "ada", 200);
        usage.request(NOW, "bob", 200);
        usage.request(NOW, "ada", "/v1/b", 429, 12_345);
        usage.request(NOW, "ada", 200);
        usage.request(NOW, "bob", 403);
    }

    private static String id(long position) {
        return "%024x".formatted(position);
    }

    private List<String> ids(UsageFilter filter, @Nullable String below, int limit) {
        return queries.list(new ListUsageEvents(filter, below, limit)).items().stream()
                .map(UsageEvent::id)
                .toList();
    }

    @Test
    void showsWhatWasRecorded() {
        assertThat(queries.list(new ListUsageEvents(UsageFilter.ALL.withStatus(429), null, 9))
                        .items())
                .containsExactly(new UsageEvent(
                        id(3), "ada", "t-ada", "GET", "/v1/b", "/v1/b/x", 429, "error_429", 12.35, NOW, "req_ada"));
    }

    @Test
    void pagesGoOnBelowTheLastIdAcrossDays() {
        assertThat(ids(UsageFilter.ALL, null, 2)).containsExactly(id(5), id(4));
        assertThat(ids(UsageFilter.ALL, id(4), 2)).containsExactly(id(3), id(2));
        assertThat(ids(UsageFilter.ALL, id(2), 2)).containsExactly(id(1));
        assertThat(ids(UsageFilter.ALL, id(1), 2)).isEmpty();
        assertThat(ids(UsageFilter.ALL, "f".repeat(24), 1)).containsExactly(id(5));
    }

    @Test
    void findsThoseOfAnAccountOfATokenAndWithAStatus() {
        assertThat(ids(UsageFilter.ofAccount("ada"), null, 9)).containsExactly(id(4), id(3), id(1));
        assertThat(ids(UsageFilter.ofToken("t-bob"), null, 9)).containsExactly(id(5), id(2));
        assertThat(ids(UsageFilter.ofToken("t-bob").withStatus(200), null, 9)).containsExactly(id(2));
        assertThat(ids(UsageFilter.ofToken("t-cyd"), null, 9)).isEmpty();
    }
}
