package dev.kiwi.projection.telemetry;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes a log's partitions ahead of time, and drops those whose last record is older than the retention. Blocks. */
public final class LogRetention {
    private static final int DAYS_AHEAD = 2;

    private final String log;
    private final DayPartitions partitions;
    private final LogProjector projector;
    private final JdbcClient sql;
    private final Clock clock;
    private final Duration kept;

    /** @param projector of the aggregate, which loses the same days in the same transaction */
    public LogRetention(
            DataSource dataSource, LogDefinition<?> log, LogProjector projector, Clock clock, Duration kept) {
        this.log = log.name();
        this.sql = JdbcClient.create(dataSource);
        this.partitions = new DayPartitions(sql, log.table());
        this.projector = projector;
        this.clock = clock;
        this.kept = kept;
    }

    /** @return what it did, in a few words */
    public String run() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        LocalDate firstKept = now.minus(kept).toLocalDate();
        int dropped = projector.alone(() -> drop(firstKept));
        partitions.forget();
        partitions.make(IntStream.rangeClosed(0, DAYS_AHEAD)
                .mapToObj(now.toLocalDate()::plusDays)
                .toList());
        return log + ": " + dropped + " days dropped";
    }

    private int drop(LocalDate firstKept) {
        // A drop that has to wait for a long read would make every append wait behind it.
        sql.sql("set local lock_timeout = '5s'").update();
        projector.prune(firstKept.atStartOfDay().atOffset(ZoneOffset.UTC));
        return partitions.dropBefore(firstKept);
    }
}
