package dev.kiwi.bench.market;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.formats.grainus.GrainusParser;
import dev.kiwi.api.formats.grainus.ParsedListing;
import dev.kiwi.api.market.BundledItems;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListingsTest {
    private static final long NOW = 1_795_341_900L;
    private static final int COUNT = 2_000;

    private static Listings listings(int number) {
        return Listings.of(number, COUNT, BundledItems.names(), NOW);
    }

    private static List<ParsedListing> parsed(Listings listings) throws IOException {
        return GrainusParser.parse(new ByteArrayInputStream(listings.scrape()));
    }

    @Test
    void allAreTakenAsTheyAre() throws IOException {
        Listings listings = listings(1);
        List<ParsedListing> parsed = parsed(listings);
        assertThat(parsed).hasSize(COUNT);
        for (int i = 0; i < COUNT; i++) {
            Listings.Listing made = listings.items().get(i);
            assertThat(parsed.get(i).id()).hasToString(made.id());
            assertThat(parsed.get(i).name()).isEqualTo(made.name());
            assertThat(parsed.get(i).price()).isEqualTo(made.price());
            assertThat(parsed.get(i).createdAt()).isEqualTo(made.createdAt()).isBetween(NOW - 604_800, NOW);
        }
        assertThat(parsed.stream().map(ParsedListing::name).distinct()).hasSameSizeAs(BundledItems.names());
    }

    @Test
    void theSameNumberGivesTheSameOnesAndAnotherNoneOfThem() {
        assertThat(listings(1)).isEqualTo(listings(1));
        assertThat(listings(1).items().stream().map(Listings.Listing::id))
                .doesNotContainAnyElementsOf(
                        listings(2).items().stream().map(Listings.Listing::id).toList());
    }

    @Test
    void aRowHasAllColumns() {
        String[] rows = new String(listings(1).rows(NOW), UTF_8).split("\n");
        assertThat(rows).hasSize(COUNT).allMatch(row -> row.split("\t").length == 8);
    }
}
