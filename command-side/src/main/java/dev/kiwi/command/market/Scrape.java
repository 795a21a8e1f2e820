package dev.kiwi.command.market;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.kiwi.api.market.IngestScrape;
import dev.kiwi.api.market.MarketEvent.ScrapeIngested;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** One scrape at one moment. It is filed again only when other items have become of interest since. */
final class Scrape {
    @AggregateIdentifier
    private @Nullable String scrapeId;

    private List<String> items = List.of();

    /** For Axon, before the first event is applied. */
    Scrape() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(IngestScrape command, Clock clock) {
        if (scrapeId == null || !items.equals(command.items())) {
            apply(new ScrapeIngested(
                    command.scrapeId(),
                    command.lastSeen(),
                    command.sha256(),
                    command.bytes(),
                    command.parsed(),
                    command.imported(),
                    command.ignored(),
                    command.items(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        }
    }

    @EventSourcingHandler
    void evolve(ScrapeIngested event) {
        scrapeId = event.scrapeId();
        items = event.items();
    }
}
