package dev.kiwi.api.formats.grainus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules M1 to M8 of market.md 1, and section 2. */
class GrainusParserTest {
    private static final String ID = "9f1c2e40-6b1d-11f1-8a55-0242ac120002";

    private static List<ParsedListing> parse(String scrape) {
        try {
            return GrainusParser.parse(new ByteArrayInputStream(scrape.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void readsAllThreeLayouts() {
        assertThat(parse("""
                        # noise
                        9f1c2e40-6b1d-11f1-8a55-0242ac120002;Sparkling Widget;Material;250;12500,
                        9f1c2e41-6b1d-11f1-8a55-0242ac120002;Moon Cheese;;1;99
                        a0000000-6b1d-11f1-8a55-0242ac120002;Moon Cheese;;16;1,a0000001-6b1d-11f1-8a55-0242ac120002;Tin Hat;Style;1;777
                        """))
                .containsExactly(
                        new ParsedListing(UUID.fromString(ID), "Sparkling Widget", "Material", 250, 12500),
                        new ParsedListing(
                                UUID.fromString("9f1c2e41-6b1d-11f1-8a55-0242ac120002"), "Moon Cheese", null, 1, 99),
                        new ParsedListing(
                                UUID.fromString("a0000000-6b1d-11f1-8a55-0242ac120002"), "Moon Cheese", null, 16, 1),
                        new ParsedListing(
                                UUID.fromString("a0000001-6b1d-11f1-8a55-0242ac120002"), "Tin Hat", "Style", 1, 777));
    }

    @Test
    void ofARepeatedIdTheFirstValidSightingWins() {
        assertThat(parse(ID + ";A;;0;5\n" + ID.toUpperCase(java.util.Locale.ROOT) + ";B;;1;6," + ID + ";C;;1;7"))
                .extracting(ParsedListing::name)
                .containsExactly("B");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9f1c2e406b1d11f18a550242ac120002aaaa;A;;1;5",
                "9f1c2e4-06b1d-11f1-8a55-0242ac120002;A;;1;5",
                "9f1c2e40-6b1d-11f1-8a55-0242ac12000g;A;;1;5",
                ID + ";;;1;5",
                ID + ";A;;0;5",
                ID + ";A;;10000;5",
                ID + ";A;;1;0",
                ID + ";A;;1;50000001",
                ID + ";A;;1;1234567890",
                ID + ";A;;1;0000000001",
                ID + ";A;;1;",
                ID + ";A\n;;1;5",
                ID + ";A;;1 ;5"
            })
    void skips(String row) {
        assertThat(parse(row)).isEmpty();
    }

    @Test
    void theHighestPriceStays() {
        assertThat(parse(ID + ";A;;9999;50000000")).hasSize(1);
    }

    @Test
    void namesMayHaveCommasAndAreTrimmed() {
        ParsedListing listing = parse("x" + ID + "; Moon, Cheese ; ;1;5,").getFirst();
        assertThat(listing.name()).isEqualTo("Moon, Cheese");
        assertThat(listing.type()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"16, 1, 0.062", "7, 10000, 1428.571", "1, 777, 777", "9999, 1, 0.0"})
    void aPieceCostsThreeDecimals(int stack, long price, double each) {
        assertThat(new ParsedListing(UUID.randomUUID(), "A", null, stack, price).priceEach())
                .isEqualTo(each);
    }

    @ParameterizedTest
    @CsvSource({
        "00000000-0000-0000-0000-000000000000, -12219292800",
        "13814000-1dd2-11b2-8000-000000000000, 0",
        "13813fff-1dd2-11b2-8000-000000000000, -1",
        // Another version, the same time.
        "13814000-1dd2-41b2-8000-000000000000, 0",
        "ffffffff-ffff-ffff-ffff-ffffffffffff, 103072857660"
    })
    void theIdTellsTheTime(UUID id, long seconds) {
        assertThat(new ParsedListing(id, "A", null, 1, 1).createdAt()).isEqualTo(seconds);
    }
}
