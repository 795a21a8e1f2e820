package dev.kiwi.web.app;

import dev.kiwi.command.eventstore.EventStoreProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where this node's event store keeps its files. */
@Configuration(proxyBeanMethods = false)
class EventStoreDirectory {
    @Bean
    EventStoreProperties eventStoreProperties(Settings settings) {
        return EventStoreProperties.in(DataDirectory.of(settings), settings.text("SECRET_KEY"));
    }
}
