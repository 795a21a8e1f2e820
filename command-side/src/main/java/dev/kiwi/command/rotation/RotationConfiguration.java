package dev.kiwi.command.rotation;

import dev.kiwi.command.dispatch.AggregateDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rotation context's beans on the command side. */
@Configuration(proxyBeanMethods = false)
class RotationConfiguration {
    /** Each is one stream of many events for ever. */
    private static final int SNAPSHOT_EVERY = 100;

    @Bean
    AggregateDefinition<ChaosChestCaptures> chaosChestAggregate() {
        return new AggregateDefinition<>(ChaosChestCaptures.class, SNAPSHOT_EVERY);
    }

    @Bean
    AggregateDefinition<ChallengeCaptures> challengeAggregate() {
        return new AggregateDefinition<>(ChallengeCaptures.class, SNAPSHOT_EVERY);
    }

    @Bean
    AggregateDefinition<LuxionSightings> luxionAggregate() {
        return new AggregateDefinition<>(LuxionSightings.class, SNAPSHOT_EVERY);
    }

    @Bean
    AggregateDefinition<StoredDelveWeek> delveWeekAggregate() {
        return new AggregateDefinition<>(StoredDelveWeek.class, SNAPSHOT_EVERY);
    }
}
