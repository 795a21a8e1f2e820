package dev.kiwi.projection.leaderboard;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.projection.machinery.ProjectionDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The read model {@code leaderboards}. */
@Configuration(proxyBeanMethods = false)
class LeaderboardProjectionConfiguration {
    /** One segment: player ids are given in the order of events. Few events a transaction: each is a whole dump. */
    @Bean
    ProjectionDefinition leaderboardsProjection(CaptureSource source) {
        return new ProjectionDefinition(
                Projection.LEADERBOARDS.key(),
                ProjectionDefinition.Storage.POSTGRES,
                "projection/leaderboards.sql",
                1,
                4,
                model -> new LeaderboardProjector(model, source));
    }
}
