package dev.kiwi.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.formats.grainus.GrainusParser;
import dev.kiwi.api.formats.grainus.ParsedListing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScrapeGeneratorTest {
    private static final long AT = 1_795_392_000L;
    private static final long WEEK = 604_800;

    private final ScrapeGenerator generator = new ScrapeGenerator(List.of("Glim", "Tin Hat", "Moon Cheese"));

    @Test
    void everyLineIsAListingOfTheWeekBefore() throws Exception {
        String text = generator.text(AT);
        List<ParsedListing> listings = parsed(text);

        assertThat(listings)
                .hasSize((int) text.lines().filter(line -> line.endsWith(",")).count())
                .hasSizeGreaterThan(10);
        assertThat(listings)
                .allSatisfy(listing -> assertThat(listing.createdAt()).isBetween(AT - WEEK, AT));
    }

    @Test
    void aListingStaysUntilItIsSoldAndKeepsItsPrice() throws Exception {
        Set<ParsedListing> before = new HashSet<>(parsed(generator.text(AT)));
        List<ParsedListing> after = parsed(generator.text(AT + 43_200));

        assertThat(after.stream().filter(listing -> listing.createdAt() <= AT))
                .isNotEmpty()
                .allMatch(before::contains);
        assertThat(after).anyMatch(listing -> listing.createdAt() > AT);
    }

    private static List<ParsedListing> parsed(String text) throws IOException {
        return GrainusParser.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
