package dev.kiwi.projection.usage;

import dev.kiwi.api.usage.RecordedRequest;
import dev.kiwi.projection.telemetry.LogDefinition;
import dev.kiwi.projection.telemetry.LogDefinition.Column;
import dev.kiwi.projection.telemetry.LogDefinition.Key;
import dev.kiwi.projection.telemetry.LogProjection;
import java.util.List;

/** {@code telemetry.usage_batch}, as records {@code telemetry.usage_event}, and its aggregate {@code telemetry.usage_hour}. */
public final class UsageLog {
    public static final LogDefinition<RecordedRequest> LOG = new LogDefinition<>(
            "usage",
            "usage_batch",
            RecordedRequest::at,
            List.of(new Key<>("user_id", RecordedRequest::userId), new Key<>("token_id", RecordedRequest::tokenId)),
            List.of(
                    new Column<>("method", "text", RecordedRequest::method),
                    new Column<>("route", "text", RecordedRequest::route),
                    new Column<>("path", "text", RecordedRequest::path),
                    new Column<>("status_code", "smallint", request -> Integer.toString(request.statusCode())),
                    new Column<>("error_code", "text", RecordedRequest::errorCode),
                    new Column<>("duration_us", "bigint", request -> Long.toString(request.durationMicros())),
                    new Column<>("request_id", "text", RecordedRequest::requestId)));

    public static final LogProjection BY_HOUR = new LogProjection(
            "usage",
            "telemetry.usage_batch",
            "telemetry.usage_hour",
            """
            insert into telemetry.usage_hour as known
                (token_id, hour, method, route, status_code, user_id, requests, duration_us)
            select token_id, hour, method, route, status_code,
                min(user_id), count(*), sum(duration_us)
            from telemetry.usage_event where flush > :after and flush <= :upto
            group by token_id, hour, method, route, status_code
            on conflict (token_id, hour, method, route, status_code) do update set
                requests = known.requests + excluded.requests,
                duration_us = known.duration_us + excluded.duration_us""",
            "delete from telemetry.usage_hour where hour < :day");

    private UsageLog() {}
}
