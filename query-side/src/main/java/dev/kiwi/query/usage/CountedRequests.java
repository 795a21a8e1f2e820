package dev.kiwi.query.usage;

import dev.kiwi.api.usage.UsageFilter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The requests of a window as the SQL table {@code counted}: whole hours from the aggregate, the hour that the window cuts
 * and what the aggregate does not count yet from the log. One statement sees one state of the three, so none counts twice.
 */
record CountedRequests(UsageFilter filter, Instant from) {
    private static final String COUNTED = """
            with counted as (
                select (hour at time zone 'UTC')::date as day, user_id, method, route, status_code, requests, duration_us
                from telemetry.usage_hour where %1$s and hour >= :whole
                union all
                select (created_at at time zone 'UTC')::date, user_id, method, route, status_code, 1, duration_us
                from telemetry.usage_event where %1$s and hour >= :begun and hour < :whole and created_at >= :from
                union all
                select (created_at at time zone 'UTC')::date, user_id, method, route, status_code, 1, duration_us
                from telemetry.usage_event where %1$s and hour >= :whole
                    and flush > (select position from telemetry.projection where log = 'usage')
            )
            """;

    static CountedRequests ofLast(int days, Instant now, UsageFilter filter) {
        return new CountedRequests(filter, now.minus(Duration.ofDays(days)));
    }

    /** @param select a statement over {@code counted} */
    StatementSpec query(JdbcClient jdbc, String select) {
        UsageCondition condition = UsageCondition.of(filter);
        return jdbc.sql(COUNTED.formatted(condition.sql()) + select)
                .params(condition.parameters())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("begun", from.truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC))
                .param("whole", firstWholeHour().atOffset(ZoneOffset.UTC));
    }

    private Instant firstWholeHour() {
        Instant hour = from.truncatedTo(ChronoUnit.HOURS);
        return hour.equals(from) ? hour : hour.plus(1, ChronoUnit.HOURS);
    }
}
