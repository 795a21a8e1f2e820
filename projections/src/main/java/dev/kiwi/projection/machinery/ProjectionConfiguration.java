package dev.kiwi.projection.machinery;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The projection machinery, from every {@link ProjectionDefinition} bean.
 *
 * <p>{@code kiwi.projections.enabled} (default true): false on a node that only answers. {@code kiwi.node-id} (default
 * random): names this node's claims; one that survives a restart spares a killed node the wait for its own claims.
 */
@Configuration(proxyBeanMethods = false)
public class ProjectionConfiguration {
    @Bean
    MachinerySchema machinerySchema(DataSource dataSource) {
        return new MachinerySchema(dataSource);
    }

    @Bean
    ProjectionSettings projectionSettings(Environment environment) {
        return ProjectionSettings.of(
                environment.getProperty("kiwi.projections.enabled", Boolean.class, true),
                environment.getProperty("kiwi.node-id", UUID.randomUUID().toString()));
    }

    /** @param schema comes first: everything below reads its tables */
    @Bean
    Stores projectionStores(
            MachinerySchema schema,
            DataSource dataSource,
            PlatformTransactionManager transactionManager,
            MongoDatabase mongo,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            StreamableMessageSource<TrackedEventMessage<?>> source,
            ProjectionSettings settings) {
        return Stores.of(dataSource, transactionManager, mongo, eventSerializer, source, settings);
    }

    @Bean
    Registry projectionRegistry(Stores stores) {
        return new Registry(stores.jdbc());
    }

    @Bean
    TokenPositions appliedPositions(Stores stores, List<ProjectionDefinition> definitions) {
        return new TokenPositions(stores.tokens(), definitions);
    }

    @Bean
    ReadModelChanges readModelChanges() {
        return new ReadModelChanges();
    }

    @Bean
    Processors projectionProcessors(
            Stores stores,
            TokenPositions positions,
            ReadModelChanges changes,
            ProjectionSettings settings,
            Clock clock) {
        return new Processors(stores, positions, changes, settings.stopWithin(), clock);
    }

    @Bean
    RebuildProgress rebuildProgress(Registry registry, Clock clock) {
        return new RebuildProgress(registry, clock);
    }

    @Bean
    ProjectionEngine projectionEngine(
            List<ProjectionDefinition> definitions,
            Stores stores,
            Registry registry,
            Processors processors,
            RebuildProgress progress,
            ProjectionSettings settings,
            Clock clock) {
        return new ProjectionEngine(definitions, stores, registry, processors, progress, settings, clock);
    }

    @Bean
    ProjectionWatch projectionWatch(
            List<ProjectionDefinition> definitions,
            Stores stores,
            Registry registry,
            ProjectionSettings settings,
            Clock clock,
            MeterRegistry meters) {
        return new ProjectionWatch(definitions, stores, registry, settings, clock, meters);
    }

    @Bean
    ProjectionAdmin projectionAdmin(
            ProjectionEngine engine,
            ProjectionWatch watch,
            Stores stores,
            Registry registry,
            RebuildProgress progress,
            Processors processors) {
        return new TableProjectionAdmin(engine, watch, stores, registry, progress, new LetterRetry(stores, processors));
    }
}
