package dev.kiwi.web.telemetry;

import dev.kiwi.command.schedule.ScheduledJob;
import dev.kiwi.projection.telemetry.LogProjector;
import dev.kiwi.projection.telemetry.LogRetention;
import dev.kiwi.projection.telemetry.TelemetrySchema;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all telemetry logs share; a context adds its {@link LogProjector}, its {@link LogRetention} and a recorder. */
@Configuration(proxyBeanMethods = false)
class TelemetryConfiguration {
    @Bean
    TelemetrySchema telemetrySchema(DataSource dataSource) {
        return new TelemetrySchema(dataSource);
    }

    /** Reads add what the aggregates do not count yet, so nobody waits for this. */
    @Bean
    ScheduledJob telemetryProjection(List<LogProjector> projectors) {
        return new ScheduledJob(
                "telemetry-projection",
                Duration.ofSeconds(10),
                () -> projectors.stream().mapToLong(LogProjector::advance).sum() + " records counted");
    }

    @Bean
    ScheduledJob telemetryRetention(List<LogRetention> retentions) {
        return new ScheduledJob(
                "telemetry-retention",
                Duration.ofHours(1),
                () -> retentions.stream().map(LogRetention::run).collect(Collectors.joining(", ")));
    }
}
