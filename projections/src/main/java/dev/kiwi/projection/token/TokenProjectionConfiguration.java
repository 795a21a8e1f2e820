package dev.kiwi.projection.token;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.projection.machinery.ProjectionDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the token projector: one segment, because an erased account takes all its tokens along. */
@Configuration(proxyBeanMethods = false)
class TokenProjectionConfiguration {
    @Bean
    ProjectionDefinition tokenProjection() {
        return new ProjectionDefinition(
                Projection.TOKEN.key(),
                ProjectionDefinition.Storage.POSTGRES,
                "projection/token.sql",
                1,
                500,
                TokenProjector::new);
    }
}
