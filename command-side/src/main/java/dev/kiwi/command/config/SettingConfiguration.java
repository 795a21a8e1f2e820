package dev.kiwi.command.config;

import dev.kiwi.command.dispatch.AggregateDefinition;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The config context's beans on the command side. */
@Configuration(proxyBeanMethods = false)
class SettingConfiguration {
    @Bean
    AggregateDefinition<Setting> settingAggregate() {
        return new AggregateDefinition<>(Setting.class, 0);
    }

    @Bean
    SettingStreams settingStreams(DataSource dataSource, EventStorageEngine events) {
        return new SettingStreams(dataSource, events);
    }
}
