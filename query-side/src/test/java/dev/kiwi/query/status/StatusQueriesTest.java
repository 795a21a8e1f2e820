package dev.kiwi.query.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.status.Environment;
import dev.kiwi.api.status.FindServerStatus;
import dev.kiwi.api.status.GetStatusHistory;
import dev.kiwi.api.status.ServerStatus;
import dev.kiwi.api.status.StatusEvent.StatusChanged;
import dev.kiwi.api.status.StatusHistory;
import dev.kiwi.api.status.StatusHistory.StatusOutage;
import dev.kiwi.api.status.StatusHistory.StatusSegment;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.projection.feed.FeedProjector;
import dev.kiwi.query.readmodel.PostgresReadModel;
import java.sql.Timestamp;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class StatusQueriesTest {
    private static final long DAY = 86_400;
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.7Z");
    private static final long END = NOW.getEpochSecond();

    private final PostgresReadModel model =
            PostgresReadModel.in(TestStores.freshDatabase(), "feed", "projection/feed.sql", FeedProjector::new);
    private final StatusQueries queries = new StatusQueries(model.dataSource());

    private void changes(String environment, String status, long at) {
        model.apply(
                "status:" + environment,
                new StatusChanged(environment, status, status.equals("online"), Instant.ofEpochSecond(at)));
    }

    private StatusHistory history(Environment environment, int days) {
        return queries.history(new GetStatusHistory(environment, days, NOW));
    }

    @Test
    void givenNothingThenNothingIsCovered() {
        StatusHistory history = history(Environment.EU, 1);
        assertThat(history.uptime()).isNull();
        assertThat(history.coveredSeconds()).isZero();
        assertThat(history.segments()).isEmpty();
        assertThat(history.windowStart()).isEqualTo(END - DAY);
        assertThat(history.windowEnd()).isEqualTo(END);
    }

    @Test
    void givenAnOutageThenTheTimesTileAndCount() {
        changes("eu", "online", END - 3 * DAY);
        changes("us", "down", END - 3 * DAY);
        changes("eu", "maintenance", END - 7_200);
        changes("eu", "online", END - 3_600);
        StatusHistory history = history(Environment.EU, 1);
        assertThat(history.segments())
                .containsExactly(
                        new StatusSegment("online", true, END - DAY, END - 7_200, DAY - 7_200),
                        new StatusSegment("maintenance", false, END - 7_200, END - 3_600, 3_600),
                        new StatusSegment("online", true, END - 3_600, null, 3_600));
        assertThat(history.outages()).containsExactly(new StatusOutage("maintenance", END - 7_200, END - 3_600, 3_600));
        assertThat(history.coveredSeconds()).isEqualTo(DAY);
        assertThat(history.uptime()).isEqualTo(0.95833);
    }

    @Test
    void whatWasBeforeTheFirstSegmentIsNoDowntime() {
        changes("pts", "online", END - 100);
        StatusHistory history = history(Environment.PTS, 90);
        assertThat(history.uptime()).isEqualTo(1.0);
        assertThat(history.coveredSeconds()).isEqualTo(100);
        assertThat(history.env()).isEqualTo("pts");
        assertThat(history.days()).isEqualTo(90);
    }

    @Test
    void whatEndedBeforeTheWindowOrBeginsLaterIsNotInIt() {
        changes("eu", "down", END - 3 * DAY);
        changes("eu", "online", END - DAY);
        changes("eu", "down", END + 5);
        assertThat(history(Environment.EU, 1).segments())
                .containsExactly(new StatusSegment("online", true, END - DAY, END, DAY));
    }

    @Test
    void twoChangesInOneMomentAreTheLaterOne() {
        changes("eu", "down", END - 50);
        changes("eu", "online", END - 50);
        assertThat(history(Environment.EU, 1).segments())
                .containsExactly(new StatusSegment("online", true, END - 50, null, 50));
    }

    @Test
    void theLastProbeIsToldForTenMinutes() {
        JdbcClient jdbc = JdbcClient.create(model.dataSource());
        jdbc.sql("create schema es").update();
        jdbc.sql("create table es.server_status (checked_at timestamptz, snapshot text)")
                .update();
        assertThat(queries.now(new FindServerStatus(NOW))).isEqualTo(ServerStatus.UNKNOWN);
        jdbc.sql("insert into es.server_status values (?, ?)")
                .params(Timestamp.from(NOW), """
                        {"overall":"online","auth":{"online":true,"http_status":404,"latency_ms":1.5,"error":null},
                        "environments":{"eu":{"status":"online","online":true,"game":{"online":true,"host":"h","port":1,
                        "latency_ms":2.0,"error":null,"probe":"tcp"}},"us":{"status":"unknown","online":false,"game":null},
                        "pts":{"status":"unknown","online":false,"game":null}},"checked_at":7}""")
                .update();
        ServerStatus told = queries.now(new FindServerStatus(NOW.plusSeconds(599)));
        assertThat(told.overall()).isEqualTo("online");
        assertThat(told.environments().eu().game())
                .isEqualTo(new ServerStatus.GameResult(true, "h", 1, 2.0, null, "tcp", null));
        assertThat(queries.now(new FindServerStatus(NOW.plusSeconds(600)))).isEqualTo(ServerStatus.UNKNOWN);
    }
}
