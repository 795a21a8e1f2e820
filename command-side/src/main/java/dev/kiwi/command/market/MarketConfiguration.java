package dev.kiwi.command.market;

import dev.kiwi.command.blob.BlobStore;
import dev.kiwi.command.dispatch.AggregateDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The market context's beans on the command side. */
@Configuration(proxyBeanMethods = false)
class MarketConfiguration {
    private static final int SCRAPES_AT_ONCE = 4;

    @Bean
    AggregateDefinition<Scrape> scrapeAggregate() {
        return new AggregateDefinition<>(Scrape.class, 0);
    }

    @Bean
    AggregateDefinition<InterestList> interestListAggregate() {
        return new AggregateDefinition<>(InterestList.class, 0);
    }

    @Bean
    ScrapeIntake scrapeIntake(BlobStore blobs) {
        return new ScrapeIntake(blobs, SCRAPES_AT_ONCE);
    }
}
