package dev.kiwi.web.idempotency;

import dev.kiwi.command.schedule.ScheduledJob;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.http.ErrorFilter;
import dev.kiwi.web.limit.Buckets;
import dev.kiwi.web.limit.RateLimits;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Wires idempotency; needs a {@link DataSource}, a {@link Clock} and {@code kiwi.secret-key}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdempotencySettings.class)
class IdempotencyConfiguration {
    @Bean
    IdempotencyRecords idempotencyRecords(
            DataSource dataSource,
            Clock clock,
            IdempotencySettings settings,
            @Value("${kiwi.secret-key}") String secretKey) {
        WebSchema.migrate(dataSource);
        return new PostgresIdempotencyRecords(
                dataSource, new BodySeal(secretKey), clock, settings.lock(), settings.keep());
    }

    @Bean
    IdempotencyFilter idempotencyFilter(
            IdempotencyRecords records,
            ErrorFilter errors,
            BlockingWork blocking,
            JsonMapper json,
            IdempotencySettings settings,
            RateLimits limits,
            Buckets buckets) {
        return new IdempotencyFilter(
                new Replays(records, errors, blocking, json, settings), settings.excluded(), limits, buckets);
    }

    @Bean
    ScheduledJob idempotencyPurge(IdempotencyRecords records) {
        return new ScheduledJob(
                "idempotency-purge", Duration.ofMinutes(10), () -> records.purge() + " expired records deleted");
    }
}
