package dev.kiwi.command.feed.source;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code es.past_delve_week}: which weeks of delves were asked for when they were over. Blocks. */
public final class PastDelveWeeks {
    private final JdbcClient sql;
    private final Clock clock;

    public PastDelveWeeks(DataSource dataSource, Clock clock) {
        this.sql = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    /** The newest before the current one that was not asked for; empty when all were, down to week 1. */
    OptionalLong next(long current) {
        return sql
                .sql("select week from generate_series(1, :current - 1) week"
                        + " where not exists (select from es.past_delve_week past where past.week = week.week)"
                        + " order by week desc limit 1")
                .param("current", current)
                .query(Long.class)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    void asked(long week) {
        sql.sql("insert into es.past_delve_week (week, asked_at) values (?, ?) on conflict do nothing")
                .params(week, Timestamp.from(clock.instant()))
                .update();
    }
}
