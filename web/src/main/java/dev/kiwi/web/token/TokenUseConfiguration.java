package dev.kiwi.web.token;

import dev.kiwi.web.http.BlockingWork;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs the accounting of token uses. */
@Configuration(proxyBeanMethods = false)
class TokenUseConfiguration {
    @Bean
    TokenUse tokenUse(
            DataSource dataSource,
            BlockingWork blocking,
            Clock clock,
            @Value("${TOKEN_TOUCH_INTERVAL_SECONDS:60}") int seconds) {
        return new TokenUse(
                new TokenUseTable(JdbcClient.create(dataSource)), blocking, clock, Duration.ofSeconds(seconds));
    }

    @Bean
    TokenUseTimer tokenUseTimer(TokenUse uses, @Value("${TOKEN_TOUCH_INTERVAL_SECONDS:60}") int seconds) {
        return new TokenUseTimer(uses, Duration.ofSeconds(seconds));
    }
}
