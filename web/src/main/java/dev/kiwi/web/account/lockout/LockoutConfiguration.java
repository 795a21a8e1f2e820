package dev.kiwi.web.account.lockout;

import dev.kiwi.command.account.EmailFingerprints;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.redis.RedisLink;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the lockout. */
@Configuration(proxyBeanMethods = false)
class LockoutConfiguration {
    @Bean
    Lockout lockout(
            RedisLink redis,
            DataSource dataSource,
            BlockingWork blocking,
            Clock clock,
            EmailFingerprints fingerprints,
            @Value("${LOGIN_MAX_ATTEMPTS:5}") int failures,
            @Value("${LOGIN_ATTEMPT_WINDOW_SECONDS:900}") int window,
            @Value("${LOGIN_LOCKOUT_SECONDS:900}") int lock) {
        LockoutLimits limits = new LockoutLimits(failures, Duration.ofSeconds(window), Duration.ofSeconds(lock));
        return new Lockout(
                new RedisFailedLogins(redis, limits),
                new PostgresFailedLogins(JdbcClient.create(dataSource), blocking, clock, limits),
                fingerprints);
    }
}
