package dev.kiwi.projection.giveaway;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.projection.machinery.ProjectionDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the giveaway projector: one segment, because a giveaway changes its drawer's codes and its entries. */
@Configuration(proxyBeanMethods = false)
class GiveawayProjectionConfiguration {
    @Bean
    ProjectionDefinition giveawayProjection() {
        return new ProjectionDefinition(
                Projection.GIVEAWAY.key(),
                ProjectionDefinition.Storage.POSTGRES,
                "projection/giveaway.sql",
                1,
                500,
                GiveawayProjector::new);
    }
}
