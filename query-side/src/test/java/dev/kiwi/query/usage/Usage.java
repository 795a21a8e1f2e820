package dev.kiwi.query.usage;

import dev.kiwi.api.usage.RecordedRequest;
import dev.kiwi.projection.telemetry.LogProjector;
import dev.kiwi.projection.telemetry.TelemetryLog;
import dev.kiwi.projection.telemetry.TelemetrySchema;
import dev.kiwi.projection.usage.UsageLog;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** Recorded requests in a real store; the token {@code t-ada} belongs to {@code ada}. */
final class Usage {
    private final TelemetryLog<RecordedRequest> log;
    private final LogProjector projector;

    Usage(DataSource dataSource) {
        new TelemetrySchema(dataSource);
        log = new TelemetryLog<>(dataSource, UsageLog.LOG);
        projector = new LogProjector(dataSource, UsageLog.BY_HOUR);
    }

    void request(Instant at, String user, String route, int status, long micros) {
        log.append(List.of(new RecordedRequest(
                at,
                user,
                "t-" + user,
                "GET",
                route,
                route + "/x",
                status,
                status < 400 ? null : "error_" + status,
                micros,
                "req_" + user)));
    }

    void request(Instant at, String user, int status) {
        request(at, user, "/v1/a", status, 1_000);
    }

    /** Counts what has been recorded so far. */
    void project() {
        projector.advance();
    }
}
