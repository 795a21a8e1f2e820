package dev.kiwi.projection.ingest;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.projection.machinery.ProjectionDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The read model {@code ingest_log}. */
@Configuration(proxyBeanMethods = false)
class IngestProjectionConfiguration {
    @Bean
    ProjectionDefinition ingestLogProjection() {
        return new ProjectionDefinition(
                Projection.INGEST_LOG.key(), ProjectionDefinition.Storage.MONGO, "", 1, 200, IngestLogProjector::new);
    }
}
