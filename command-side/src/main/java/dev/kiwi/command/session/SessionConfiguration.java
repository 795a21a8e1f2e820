package dev.kiwi.command.session;

import dev.kiwi.command.dispatch.AggregateDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The session context's beans on the command side. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
    // A portal that stays open refreshes four times an hour, for a month.
    private static final int SNAPSHOT_EVERY = 100;

    @Bean
    AggregateDefinition<Session> sessionAggregate() {
        return new AggregateDefinition<>(Session.class, SNAPSHOT_EVERY);
    }
}
