package dev.kiwi.web.account.passkey;

import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.redis.RedisLink;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the challenges of passkeys. */
@Configuration(proxyBeanMethods = false)
class PasskeyChallengeConfiguration {
    @Bean
    PasskeyChallenges passkeyChallenges(RedisLink redis, DataSource dataSource, BlockingWork blocking, Clock clock) {
        return new PasskeyChallenges(
                new RedisChallenges(redis),
                new PostgresChallenges(JdbcClient.create(dataSource), blocking, clock),
                blocking,
                clock);
    }
}
