package dev.kiwi.command.misc;

import dev.kiwi.command.dispatch.AggregateDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The misc context's beans on the command side. */
@Configuration(proxyBeanMethods = false)
class MiscConfiguration {
    @Bean
    AggregateDefinition<SupporterList> supporterAggregate() {
        return new AggregateDefinition<>(SupporterList.class, 0);
    }
}
