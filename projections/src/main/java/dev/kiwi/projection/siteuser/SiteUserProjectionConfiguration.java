package dev.kiwi.projection.siteuser;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.projection.machinery.ProjectionDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the projector of site users: one segment, because sessions and handles go with their site user. */
@Configuration(proxyBeanMethods = false)
class SiteUserProjectionConfiguration {
    @Bean
    ProjectionDefinition siteUserProjection() {
        return new ProjectionDefinition(
                Projection.SITE_USER.key(),
                ProjectionDefinition.Storage.POSTGRES,
                "projection/site_user.sql",
                1,
                500,
                SiteUserProjector::new);
    }
}
