package dev.kiwi.command.token;

import dev.kiwi.command.dispatch.AggregateDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The token context's beans on the command side. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {
    @Bean
    AggregateDefinition<ApiToken> tokenAggregate() {
        return new AggregateDefinition<>(ApiToken.class, 0);
    }
}
