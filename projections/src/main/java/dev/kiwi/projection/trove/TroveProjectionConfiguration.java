package dev.kiwi.projection.trove;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.projection.machinery.ProjectionDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the projector: one segment, there are a few events an hour. */
@Configuration(proxyBeanMethods = false)
class TroveProjectionConfiguration {
    @Bean
    ProjectionDefinition troveProjection() {
        return new ProjectionDefinition(
                Projection.TROVE.key(),
                ProjectionDefinition.Storage.POSTGRES,
                "projection/trove.sql",
                1,
                500,
                TroveProjector::new);
    }
}
