package dev.kiwi.query.market;

import static dev.kiwi.query.market.Market.NOW;
import static dev.kiwi.query.market.Market.id;
import static dev.kiwi.query.market.Market.listing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.formats.grainus.ParsedListing;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.market.BundledItems;
import dev.kiwi.api.market.GetInterestItems;
import dev.kiwi.api.market.GetInterestItems.InterestItem;
import dev.kiwi.api.market.GetItemNames;
import dev.kiwi.api.market.GetItemSummary;
import dev.kiwi.api.market.GetItemSummary.ItemSummary;
import dev.kiwi.api.market.GetListings;
import dev.kiwi.api.market.GetListings.Listing;
import dev.kiwi.api.market.GetListings.ListingPage;
import dev.kiwi.api.market.GetPriceHistory;
import dev.kiwi.api.market.GetPriceHistory.PriceDay;
import dev.kiwi.api.market.ListingSort;
import dev.kiwi.api.market.MarketEvent.InterestItemAdded;
import dev.kiwi.api.market.MarketEvent.InterestItemRemoved;
import dev.kiwi.api.market.MarketEvent.InterestListReplaced;
import dev.kiwi.api.market.MarketEvent.InterestListSeeded;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** market.md 4, 6, 7 and the price history. */
class MarketQueriesTest {
    private static final long HOUR = 3600;
    private static final long DAY = 24 * HOUR;
    private final Market market = new Market();

    private ListingPage all(boolean hideExpired, String sort) {
        return market.listings.handle(
                new GetListings(null, null, null, null, hideExpired, ListingSort.of(sort), 100, 0));
    }

    private ListingPage where(String name, Double min, Double max, Long after) {
        return market.listings.handle(new GetListings(name, min, max, after, true, ListingSort.of(""), 100, 0));
    }

    @Test
    void aListingShowsAllThatIsKnown() {
        ParsedListing one = new ParsedListing(id(NOW - HOUR, 1), "Glim", "Material", 7, 10_000);
        market.file(NOW - 60, List.of(one));
        assertThat(all(true, "").items())
                .containsExactly(new Listing(
                        one.id().toString(),
                        "Glim",
                        "Material",
                        7,
                        10_000,
                        1428.571,
                        NOW - 60,
                        NOW - HOUR,
                        NOW - HOUR + 7 * DAY,
                        false));
    }

    @Test
    void aSecondSightingRefreshesAndNeverDuplicatesNorGoesBack() {
        List<ParsedListing> seen = List.of(listing(NOW - HOUR, 1, "Glim", 1, 5), listing(NOW - HOUR, 2, "Glim", 1, 6));
        market.file(NOW - 100, seen);
        market.file(NOW - 50, seen.subList(0, 1));
        market.file(NOW - 500, seen);
        assertThat(all(true, "price").items()).extracting(Listing::lastSeen).containsExactly(NOW - 50, NOW - 100);
        market.file(NOW - 50, List.of(new ParsedListing(seen.getFirst().id(), "Other", null, 9, 9)));
        assertThat(all(true, "price").items()).extracting(Listing::name).containsExactly("Glim", "Glim");
    }

    @Test
    void onlyItemsOfTheEventAreStored() {
        market.file(NOW, List.of(listing(NOW, 1, "Glim", 1, 5), listing(NOW, 2, "Left Sock", 1, 5)), List.of("Glim"));
        assertThat(market.items.handle(new GetItemNames()).items()).containsExactly("Glim");
        assertThat(all(true, "").total()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"604800, 10800, false", "604801, 0, true", "0, 10801, true", "604800, 10801, true"})
    void aListingExpiresAWeekAfterItWasPostedAndThreeHoursAfterItWasSeen(long age, long unseen, boolean expired) {
        market.file(NOW - unseen, List.of(listing(NOW - age, 1, "Glim", 1, 5)));
        assertThat(all(false, "").items()).extracting(Listing::expired).containsExactly(expired);
        assertThat(all(true, "").total()).isEqualTo(expired ? 0 : 1);
    }

    @Test
    void filtersAreAllApplied() {
        market.file(NOW - 10, List.of(listing(NOW, 1, "Glim", 1, 5), listing(NOW, 2, "Glim", 2, 20)));
        market.file(NOW, List.of(listing(NOW, 3, "Sun Sap", 1, 5)));
        assertThat(where("Glim", null, null, null).total()).isEqualTo(2);
        assertThat(where("glim", null, null, null).total()).isZero();
        assertThat(where(null, 5.0, 5.0, null).total()).isEqualTo(2);
        assertThat(where(null, 5.001, null, null).total()).isEqualTo(1);
        assertThat(where(null, null, null, NOW).items())
                .extracting(Listing::name)
                .containsExactly("Sun Sap");
        assertThat(where(null, null, null, NOW - 10).total()).isEqualTo(3);
        assertThat(where("Glim", 6.0, 11.0, NOW - 10).items())
                .extracting(Listing::stack)
                .containsExactly(2);
    }

    @Test
    void pagesFollowTheOrderAndCountAll() {
        market.file(
                NOW,
                IntStream.range(0, 5)
                        .mapToObj(i -> listing(NOW - i, i, "Item " + i % 2, 5 - i, 100))
                        .toList());
        ListingPage page =
                market.listings.handle(new GetListings(null, null, null, null, true, ListingSort.of("name"), 2, 1));
        assertThat(page.items()).extracting(Listing::name).containsExactly("Item 0", "Item 0");
        assertThat(page.count()).isEqualTo(2);
        assertThat(page.total()).isEqualTo(5);
        assertThat(all(true, "-stack").items()).extracting(Listing::stack).containsExactly(5, 4, 3, 2, 1);
        assertThat(all(true, "-created_at").items())
                .extracting(Listing::createdAt)
                .startsWith(NOW, NOW - 1);
        assertThat(all(true, "price").items()).extracting(Listing::id).isSorted();
        assertThat(all(true, "-last_seen").items()).extracting(Listing::id).isSorted();
    }

    @Test
    void aSummaryIsOfWhatIsOnOffer() {
        market.file(
                NOW,
                List.of(
                        listing(NOW, 1, "Glim", 1, 5),
                        listing(NOW, 2, "Glim", 3, 10),
                        listing(NOW, 3, "Glim", 2, 14),
                        listing(NOW, 4, "Glim", 1, 100),
                        listing(NOW - 8 * DAY, 5, "Glim", 1, 1)));
        assertThat(market.items.handle(new GetItemSummary("Glim")))
                .isEqualTo(new ItemSummary("Glim", 4, 129, 7, 3.333, 100, 28.833, 6));
        assertThatThrownBy(() -> market.items.handle(new GetItemSummary("Sun Sap")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void thePriceHistoryIsByTheDayOfPosting() {
        long midnight = NOW / DAY * DAY;
        market.file(
                NOW,
                List.of(
                        listing(midnight, 1, "Glim", 10, 100),
                        listing(midnight + HOUR, 2, "Glim", 1, 30),
                        listing(midnight - 1, 3, "Glim", 2, 8),
                        listing(midnight - DAY - 1, 4, "Glim", 1, 9),
                        listing(midnight - 1, 5, "Sun Sap", 1, 9)));
        assertThat(market.prices.handle(new GetPriceHistory("Glim", 2, false)).items())
                .containsExactly(
                        new PriceDay(midnight - DAY, 1, 2, 4, 4, 4, 0), new PriceDay(midnight, 2, 11, 10, 20, 30, 0));
        assertThat(market.prices.handle(new GetPriceHistory("Glim", 3, false)).count())
                .isEqualTo(3);
        assertThatThrownBy(() -> market.prices.handle(new GetPriceHistory("Nothing", 2, false)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aTypingMistakeIsLeftOutOfThePriceHistory() {
        market.file(
                NOW,
                IntStream.rangeClosed(1, 9)
                        .mapToObj(i -> listing(NOW, i, "Glim", 1, i == 9 ? 50_000 : 100 + i))
                        .toList());
        PriceDay day = market.prices
                .handle(new GetPriceHistory("Glim", 1, false))
                .items()
                .getFirst();
        assertThat(day.maxEach()).isEqualTo(108);
        assertThat(day.leftOut()).isEqualTo(1);
        assertThat(day.volume()).isEqualTo(8);
        assertThat(market.prices
                        .handle(new GetPriceHistory("Glim", 1, true))
                        .items()
                        .getFirst()
                        .maxEach())
                .isEqualTo(50_000);
    }

    @Test
    void anEmptyInterestListIsTheBundledOne() {
        assertThat(market.items.handle(new GetInterestItems()).names()).isEqualTo(BundledItems.names());
        Instant at = Instant.parse("2026-11-22T10:00:00Z");
        market.model.apply("i", new InterestListSeeded("i", List.of("B", "a"), BundledItems.AT));
        market.model.apply("i", new InterestItemAdded("i", "A", "ada", at));
        assertThat(market.items.handle(new GetInterestItems()).items())
                .containsExactly(
                        new InterestItem("A", "ada", at),
                        new InterestItem("B", null, BundledItems.AT),
                        new InterestItem("a", null, BundledItems.AT));
        market.model.apply("i", new InterestListReplaced("i", List.of("A", "B"), List.of("C"), null, at));
        market.model.apply("i", new InterestItemRemoved("i", "a", null, at));
        assertThat(market.items.handle(new GetInterestItems()).names()).containsExactly("C");
    }

    /** Again and again, the listings being there or not: the best of a few, because the machine does other work too. */
    @Test
    void twelveThousandListingsTakeHalfASecondAtMost() {
        List<ParsedListing> scrape = IntStream.range(0, 12_000)
                .mapToObj(i -> listing(NOW - i, i, BundledItems.names().get(i % 77), 1 + i % 99, 1 + i))
                .toList();
        long best = Long.MAX_VALUE;
        for (int time = 0; time < 4; time++) {
            long start = System.nanoTime();
            market.file(NOW + time, scrape);
            best = Math.min(best, System.nanoTime() - start);
        }
        assertThat(best).isLessThan(500_000_000L);
        assertThat(market.jdbc
                        .sql("select count(*), min(last_seen) from market.market_listing")
                        .query((row, n) -> List.of(row.getLong(1), row.getLong(2)))
                        .single())
                .containsExactly(12_000L, NOW + 3);
    }
}
