package dev.kiwi.projection.market;

import dev.kiwi.api.kernel.Projection;
import dev.kiwi.projection.machinery.ProjectionDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The read model {@code market}. */
@Configuration(proxyBeanMethods = false)
class MarketProjectionConfiguration {
    /** One segment: a listing is in many scrapes. Few events a transaction: each is a whole scrape. */
    @Bean
    ProjectionDefinition marketProjection(ScrapeSource source) {
        return new ProjectionDefinition(
                Projection.MARKET.key(),
                ProjectionDefinition.Storage.POSTGRES,
                "projection/market.sql",
                1,
                8,
                model -> new MarketProjector(model, source));
    }
}
