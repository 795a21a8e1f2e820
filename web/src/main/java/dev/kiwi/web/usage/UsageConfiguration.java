package dev.kiwi.web.usage;

import dev.kiwi.api.config.RuntimeSettings;
import dev.kiwi.api.usage.RecordedRequest;
import dev.kiwi.command.crypto.SubjectKeys;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.schedule.ScheduledJob;
import dev.kiwi.projection.telemetry.LogProjector;
import dev.kiwi.projection.telemetry.LogRetention;
import dev.kiwi.projection.telemetry.TelemetryLog;
import dev.kiwi.projection.usage.UsageErasure;
import dev.kiwi.projection.usage.UsageLog;
import dev.kiwi.query.dispatch.QueryDispatcher;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.telemetry.Recorder;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the recording of requests, and what keeps and forgets them. */
@Configuration(proxyBeanMethods = false)
class UsageConfiguration {
    private static final Duration SWEEP = Duration.ofMinutes(10);
    private static final Duration DAILY = Duration.ofDays(1);

    @Bean
    Recorder<RecordedRequest> requestRecorder(DataSource dataSource, MeterRegistry meters) {
        return new Recorder<>("usage", new TelemetryLog<>(dataSource, UsageLog.LOG)::append, meters);
    }

    @Bean
    UsageRecorder usageRecorder(Recorder<RecordedRequest> requestRecorder, Clock clock) {
        return new UsageRecorder(requestRecorder, clock);
    }

    @Bean
    LogProjector usageProjector(DataSource dataSource) {
        return new LogProjector(dataSource, UsageLog.BY_HOUR);
    }

    @Bean
    LogRetention usageRetention(
            DataSource dataSource,
            @Qualifier("usageProjector") LogProjector projector,
            Clock clock,
            @Value("${USAGE_RETENTION_DAYS:30}") int days) {
        return new LogRetention(dataSource, UsageLog.LOG, projector, clock, Duration.ofDays(days));
    }

    @Bean
    ErasedUsage erasedUsage(
            DataSource dataSource,
            @Qualifier("usageProjector") LogProjector projector,
            SubjectKeys keys,
            BlockingWork blocking,
            Clock clock,
            @Value("${USAGE_RETENTION_DAYS:30}") int days) {
        return new ErasedUsage(keys, new UsageErasure(dataSource, projector), blocking, clock, Duration.ofDays(days));
    }

    @Bean
    ScheduledJob usageErasure(ErasedUsage erased) {
        return new ScheduledJob("usage-erasure", SWEEP, erased::sweep);
    }

    @Bean
    ScheduledJob rateLimitDigest(
            QueryDispatcher queries,
            CommandDispatcher commands,
            DataSource dataSource,
            Clock clock,
            @Value("${RATE_LIMIT_ALERT_EMAIL:}") String operator,
            RuntimeSettings settings) {
        RateLimitDigest digest = new RateLimitDigest(queries, commands, dataSource, clock, operator, settings);
        return new ScheduledJob("rate-limit-digest", DAILY, digest::run);
    }
}
