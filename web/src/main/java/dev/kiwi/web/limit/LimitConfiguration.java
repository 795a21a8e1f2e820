package dev.kiwi.web.limit;

import dev.kiwi.web.gate.UseAccounting;
import dev.kiwi.web.redis.RedisLink;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the rate limits; another {@link LimitSettings} bean marked primary takes over from the configured one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConfiguredLimits.class)
class LimitConfiguration {
    @Bean
    Buckets buckets(LimitSettings settings) {
        return new Buckets(settings);
    }

    @Bean
    RateLimits rateLimits(RedisLink redis, Clock clock, MeterRegistry meters) {
        RedisWindows shared = new RedisWindows(redis);
        LimitMeters.watch(shared, meters);
        return new RateLimits(new RedisBreaker(shared, new LocalWindows(), clock), clock, meters);
    }

    @Bean
    ArchiveBudget archiveBudget(RateLimits limits, Buckets buckets) {
        return new CallerArchiveBudget(limits, buckets);
    }

    @Bean
    LimitFilter limitFilter(RateLimits limits, ObjectProvider<UseAccounting> uses) {
        return new LimitFilter(limits, uses.getIfAvailable(() -> tokenId -> {}));
    }
}
