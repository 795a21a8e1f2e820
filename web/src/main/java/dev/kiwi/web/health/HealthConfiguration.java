package dev.kiwi.web.health;

import com.mongodb.client.MongoClient;
import dev.kiwi.command.eventstore.EventStoreState;
import dev.kiwi.command.schedule.Jobs;
import dev.kiwi.projection.machinery.ProjectionAdmin;
import dev.kiwi.projection.machinery.ProjectionDefinition;
import dev.kiwi.web.gate.OperatorSecret;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.limit.RateLimits;
import dev.kiwi.web.redis.RedisLink;
import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import org.bson.Document;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/**
 * One readiness component a store and a projection, one for appends and one for scheduled work; named like its bean
 * without the suffix.
 */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {
    @Bean
    ActuatorFilter actuatorFilter(OperatorSecret operator) {
        return new ActuatorFilter(operator);
    }

    @Bean
    ReactiveHealthIndicator postgresHealthIndicator(DataSource dataSource, BlockingWork blocking) {
        return new StoreProbe(blocking, () -> {
            try (Connection connection = dataSource.getConnection()) {
                return connection.isValid(2)
                        ? Health.up().build()
                        : Health.down().build();
            }
        });
    }

    /** Never down: limits and invalidations go on without it, and say so. */
    @Bean
    ReactiveHealthIndicator redisHealthIndicator(RedisLink redis, RateLimits limits) {
        return () -> Mono.fromSupplier(() -> Health.up()
                .withDetail("connected", redis.isConnected())
                .withDetail("degraded", !redis.isConnected() || limits.isDegraded())
                .build());
    }

    @Bean
    ReactiveHealthIndicator mongoHealthIndicator(ObjectProvider<MongoClient> client, BlockingWork blocking) {
        return new StoreProbe(blocking, () -> {
            client.getObject().getDatabase("admin").runCommand(new Document("ping", 1));
            return Health.up().build();
        });
    }

    @Bean
    ReactiveHealthIndicator eventStoreHealthIndicator(ObjectProvider<EventStoreState> store, BlockingWork blocking) {
        return new StoreProbe(
                blocking,
                () -> health(store.getObject().alarms())
                        .withDetail("listening", store.getObject().isListening())
                        .build());
    }

    @Bean
    ReactiveHealthIndicator jobsHealthIndicator(ObjectProvider<Jobs> jobs, BlockingWork blocking) {
        return new StoreProbe(
                blocking,
                () -> health(jobs.getObject().alarms())
                        .withDetail("leading", jobs.getObject().isLeading())
                        .build());
    }

    private static Health.Builder health(List<String> alarms) {
        return (alarms.isEmpty() ? Health.up() : Health.status(ProjectionProbes.DEGRADED)).withDetail("alarms", alarms);
    }

    @Bean
    CompositeReactiveHealthContributor projectionsHealthContributor(
            ObjectProvider<ProjectionDefinition> definitions, ProjectionAdmin admin, BlockingWork blocking) {
        return ProjectionProbes.of(
                definitions.stream().map(ProjectionDefinition::name).sorted().toList(), admin, blocking);
    }
}
