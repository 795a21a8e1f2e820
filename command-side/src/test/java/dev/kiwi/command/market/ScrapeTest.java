package dev.kiwi.command.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.formats.grainus.ParsedListing;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.market.IngestScrape;
import dev.kiwi.api.market.MarketEvent.ScrapeIngested;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class ScrapeTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");
    private static final String SHA = "ab".repeat(32);
    private static final String ID = "scrape:1780000000:abababababababab";
    private final AggregateTestFixture<Scrape> scrape = new AggregateTestFixture<>(Scrape.class);

    ScrapeTest() {
        scrape.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static IngestScrape ingest(String... items) {
        return IngestScrape.of(1_780_000_000, SHA, 99, 10, 7, List.of(items));
    }

    private static ScrapeIngested ingested(String... items) {
        return new ScrapeIngested(ID, 1_780_000_000, SHA, 99, 10, 7, 3, List.of(items), NOW);
    }

    @Test
    void aScrapeIsFiled() {
        scrape.givenNoPriorActivity().when(ingest("Glim")).expectEvents(ingested("Glim"));
    }

    @Test
    void theSameScrapeAgainIsNoNews() {
        scrape.given(ingested("Glim"))
                .when(ingest("Glim"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void itIsNewsWhenAnotherOfItsItemsIsOfInterestNow() {
        scrape.given(ingested("Glim")).when(ingest("Glim", "Sun Sap")).expectEvents(ingested("Glim", "Sun Sap"));
    }

    @Test
    void onlyItemsOfInterestAreImported() {
        ReceivedScrape received = new ReceivedScrape(
                SHA, 99, List.of(listing("Glim"), listing("glim"), listing("Left Sock"), listing("Glim")));
        IngestScrape filing = received.filing(null, 1_780_000_000, List.of("Sun Sap", "Glim"));
        assertThat(filing.scrapeId()).isEqualTo(ID);
        assertThat(filing.parsed()).isEqualTo(4);
        assertThat(filing.imported()).isEqualTo(2);
        assertThat(filing.ignored()).isEqualTo(2);
        assertThat(filing.items()).containsExactly("Glim");
        assertThat(received.filing(-5L, 1_780_000_000, List.of()).lastSeen()).isEqualTo(1_780_000_000);
        assertThat(received.filing(5L, 1_780_000_000, List.of()).lastSeen()).isEqualTo(5);
    }

    @Test
    void nothingIsSeenInTheFuture() {
        ReceivedScrape received = new ReceivedScrape(SHA, 99, List.of(listing("Glim")));
        assertThat(received.filing(1300L, 1000, List.of()).lastSeen()).isEqualTo(1300);
        assertThatThrownBy(() -> received.filing(1301L, 1000, List.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("future");
    }

    private static ParsedListing listing(String name) {
        return new ParsedListing(UUID.randomUUID(), name, null, 1, 1);
    }
}
