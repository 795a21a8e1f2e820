package dev.kiwi.web.app;

import dev.kiwi.command.eventstore.EventStoreProperties;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where this node's event store keeps its files. */
@Configuration(proxyBeanMethods = false)
class EventStoreDirectory {
    @Bean
    EventStoreProperties eventStoreProperties(Settings settings) {
        Path data = DataDirectory.of(settings);
        Path blobs = settings.optional("BLOB_DIR").map(Path::of).orElse(data.resolve("blobs"));
        return EventStoreProperties.in(data, blobs.toAbsolutePath().normalize(), settings.text("SECRET_KEY"));
    }
}
