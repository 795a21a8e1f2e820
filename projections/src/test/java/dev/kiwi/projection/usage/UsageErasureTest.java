package dev.kiwi.projection.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.usage.RecordedRequest;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.projection.telemetry.LogProjector;
import dev.kiwi.projection.telemetry.TelemetryLog;
import dev.kiwi.projection.telemetry.TelemetrySchema;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class UsageErasureTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final DataSource dataSource = TestStores.freshDatabase().dataSource();

    @Test
    void nothingOfAnErasedAccountIsLeftCountedOrNotAndARebuildBringsNothingBack() {
        new TelemetrySchema(dataSource);
        TelemetryLog<RecordedRequest> log = new TelemetryLog<>(dataSource, UsageLog.LOG);
        LogProjector projector = new LogProjector(dataSource, UsageLog.BY_HOUR);
        UsageErasure erasure = new UsageErasure(dataSource, projector);
        log.append(List.of(request("ada"), request("bob")));
        projector.advance();
        log.append(List.of(request("ada"), request("bob"), request("ada")));

        assertThat(erasure.erase(List.of("ada", "nobody"))).isEqualTo(3);
        projector.advance();
        assertThat(users()).containsExactly("bob 2");
        projector.rebuild();
        assertThat(users()).containsExactly("bob 2");
        assertThat(JdbcClient.create(dataSource)
                        .sql("select distinct user_id from telemetry.usage_event")
                        .query(String.class)
                        .list())
                .containsExactly("bob");
    }

    private List<String> users() {
        return JdbcClient.create(dataSource)
                .sql("select user_id || ' ' || sum(requests) from telemetry.usage_hour group by user_id")
                .query(String.class)
                .list();
    }

    private static RecordedRequest request(String user) {
        return new RecordedRequest(NOW, user, "t-" + user, "GET", "/v1/a", "/v1/a", 200, null, 9, "req_1");
    }
}
