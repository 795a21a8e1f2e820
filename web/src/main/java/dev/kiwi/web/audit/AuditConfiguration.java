package dev.kiwi.web.audit;

import dev.kiwi.api.audit.AddressFingerprints;
import dev.kiwi.command.crypto.DerivedKeys;
import dev.kiwi.query.audit.PastEvents;
import dev.kiwi.query.audit.StoredEvents;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets the query side read whole events, and the history name addresses. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {
    @Bean
    AddressFingerprints addressFingerprints(DerivedKeys keys) {
        return new KeyedFingerprints(keys.addressFingerprints());
    }

    @Bean
    PastEvents pastEvents(EventStorageEngine engine) {
        return new EnginePastEvents(engine);
    }

    @Bean
    StoredEvents storedEvents(
            DataSource dataSource,
            @Qualifier("eventSerializer") Serializer serializer,
            ObjectProvider<EventUpcaster> upcasters) {
        return new JdbcStoredEvents(
                JdbcClient.create(dataSource),
                serializer,
                new EventUpcasterChain(upcasters.orderedStream().toList()));
    }
}
