package dev.kiwi.query.pageview;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The views of a window as the SQL table {@code visited}, a row for each visitor and page: whole days from the aggregate,
 * the day that the window cuts and what the aggregate does not count yet from the log.
 */
record CountedViews(Instant from) {
    private static final String VISITED = """
            with visited as (
                select day, path, visitor_hash, views
                from telemetry.page_visit where day >= :wholeDay
                union all
                select (created_at at time zone 'UTC')::date, path, visitor_hash, 1
                from telemetry.page_view where hour >= :begun and hour < :whole and created_at >= :from
                union all
                select (created_at at time zone 'UTC')::date, path, visitor_hash, 1
                from telemetry.page_view where hour >= :whole
                    and flush > (select position from telemetry.projection where log = 'page_view')
            )
            """;

    static CountedViews ofLast(int days, Instant now) {
        return new CountedViews(now.minus(Duration.ofDays(days)));
    }

    /** @param select a statement over {@code visited} */
    StatementSpec query(JdbcClient jdbc, String select) {
        LocalDate whole = firstWholeDay();
        return jdbc.sql(VISITED + select)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("begun", from.truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC))
                .param("whole", whole.atStartOfDay().atOffset(ZoneOffset.UTC))
                .param("wholeDay", whole);
    }

    private LocalDate firstWholeDay() {
        OffsetDateTime begin = from.atOffset(ZoneOffset.UTC);
        LocalDate day = begin.toLocalDate();
        return begin.toLocalTime().toNanoOfDay() == 0 ? day : day.plusDays(1);
    }
}
