package dev.kiwi.web.token;

import dev.kiwi.web.http.BlockingWork;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs the accounting of token uses. */
@Configuration(proxyBeanMethods = false)
class TokenUseConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(TokenUseConfiguration.class);

    @Bean
    TokenUse tokenUse(
            DataSource dataSource,
            BlockingWork blocking,
            Clock clock,
            @Value("${TOKEN_TOUCH_INTERVAL_SECONDS:60}") int seconds) {
        return new TokenUse(
                new TokenUseTable(JdbcClient.create(dataSource)), blocking, clock, Duration.ofSeconds(seconds));
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService tokenUseTimer(TokenUse uses, @Value("${TOKEN_TOUCH_INTERVAL_SECONDS:60}") int seconds) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("token-use").daemon().factory());
        timer.scheduleWithFixedDelay(() -> writeRest(uses), seconds, seconds, TimeUnit.SECONDS);
        return timer;
    }

    // A timer that throws is never called again.
    private static void writeRest(TokenUse uses) {
        try {
            uses.writeRest();
        } catch (RuntimeException e) {
            LOG.warn("Uses of tokens could not be written yet: {}", e.toString());
        }
    }
}
