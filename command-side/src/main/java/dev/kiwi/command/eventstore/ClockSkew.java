package dev.kiwi.command.eventstore;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Warns at the start when this node's clock and the database's are apart: event times would be wrong or stand still. */
final class ClockSkew {
    private static final Logger LOG = LoggerFactory.getLogger(ClockSkew.class);
    private static final Duration TOLERATED = Duration.ofSeconds(2);

    private ClockSkew() {}

    /** @return how far this node is ahead; negative when it is behind */
    static Duration check(DataSource dataSource, Clock clock) {
        OffsetDateTime theirs = JdbcClient.create(dataSource)
                .sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single();
        Duration ahead = Duration.between(theirs.toInstant(), clock.instant());
        if (ahead.abs().compareTo(TOLERATED) > 0) {
            LOG.warn("This node's clock is {} s ahead of the database's; set it right", ahead.toSeconds());
        }
        return ahead;
    }
}
