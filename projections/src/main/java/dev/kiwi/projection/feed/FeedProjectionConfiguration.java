package dev.kiwi.projection.feed;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.projection.machinery.ProjectionDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the one projector of feeds, releases and server status: three little read models would be three times the work. */
@Configuration(proxyBeanMethods = false)
class FeedProjectionConfiguration {
    @Bean
    ProjectionDefinition feedProjection() {
        return new ProjectionDefinition(
                Projection.FEED.key(),
                ProjectionDefinition.Storage.POSTGRES,
                "projection/feed.sql",
                1,
                200,
                FeedProjector::new);
    }
}
