package dev.kiwi.command.leaderboard;

import dev.kiwi.api.leaderboard.ResetLeaderboards;
import dev.kiwi.command.blob.BlobStore;
import dev.kiwi.command.dispatch.AggregateDefinition;
import dev.kiwi.command.dispatch.CommandDispatcher;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The leaderboard context's beans on the command side. */
@Configuration(proxyBeanMethods = false)
class LeaderboardConfiguration {
    private static final int WAITING_DUMPS = 4;
    private static final Duration BUSY_PAUSE = Duration.ofSeconds(1);

    @Bean
    AggregateDefinition<Capture> captureAggregate() {
        return new AggregateDefinition<>(Capture.class, 0);
    }

    @Bean
    AggregateDefinition<Leaderboards> leaderboardsAggregate() {
        return new AggregateDefinition<>(Leaderboards.class, 0);
    }

    @Bean
    AggregateDefinition<BoardOverride> boardOverrideAggregate() {
        return new AggregateDefinition<>(BoardOverride.class, 0);
    }

    /** Each reset is one event of the one aggregate, so its last sequence number tells how many there were. */
    @Bean
    Epoch leaderboardEpoch(EventStore events) {
        return () -> events.lastSequenceNumberFor(ResetLeaderboards.SINGLETON)
                .map(last -> last + 1)
                .orElse(0L);
    }

    @Bean
    DumpIntake dumpIntake(BlobStore blobs) {
        return new DumpIntake(blobs, WAITING_DUMPS);
    }

    @Bean
    BacklogSettings backlogSettings(
            @Value("${BACKLOG_DIR:${KIWI_DATA:./data}/backlog}") Path directory,
            @Value("${BACKLOG_ENABLED:true}") boolean enabled,
            @Value("${BACKLOG_RETENTION_DAYS:0}") int retentionDays) {
        return new BacklogSettings(directory, enabled, retentionDays);
    }

    @Bean(destroyMethod = "close")
    DumpBacklog dumpBacklog(BlobStore blobs, BacklogSettings settings, Clock clock) {
        return new DumpBacklog(blobs, settings, clock);
    }

    @Bean
    FiledRows filedRows(MeterRegistry meters) {
        return new FiledRows(meters);
    }

    @Bean
    BacklogFiling backlogFiling(
            DumpIntake intake,
            CaptureHandoff handoff,
            Epoch epoch,
            CommandDispatcher commands,
            FiledRows rows,
            Clock clock) {
        return new BacklogFiling(intake, handoff, epoch, commands, rows, clock, BUSY_PAUSE);
    }

    @Bean
    BacklogReingest backlogReingest(
            DumpBacklog backlog, BacklogFiling filing, AppliedCaptures applied, AfterReingest after, Clock clock) {
        return new BacklogReingest(backlog, filing, applied, after, clock);
    }
}
