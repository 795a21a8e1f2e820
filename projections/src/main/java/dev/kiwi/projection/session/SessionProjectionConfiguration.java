package dev.kiwi.projection.session;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.projection.machinery.ProjectionDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the session projector: one segment, because an erased account takes all its sessions along. */
@Configuration(proxyBeanMethods = false)
class SessionProjectionConfiguration {
    @Bean
    ProjectionDefinition sessionProjection() {
        return new ProjectionDefinition(
                Projection.SESSION.key(),
                ProjectionDefinition.Storage.POSTGRES,
                "projection/session.sql",
                1,
                500,
                SessionProjector::new);
    }
}
