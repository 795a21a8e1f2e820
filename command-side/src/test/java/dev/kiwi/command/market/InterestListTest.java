package dev.kiwi.command.market;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.market.AddInterestItem;
import dev.kiwi.api.market.BundledItems;
import dev.kiwi.api.market.GetInterestItems.InterestItem;
import dev.kiwi.api.market.MarketEvent.InterestItemAdded;
import dev.kiwi.api.market.MarketEvent.InterestItemRemoved;
import dev.kiwi.api.market.MarketEvent.InterestListReplaced;
import dev.kiwi.api.market.MarketEvent.InterestListSeeded;
import dev.kiwi.api.market.RemoveInterestItem;
import dev.kiwi.api.market.ReplaceInterestItems;
import dev.kiwi.api.market.ReplaceInterestItems.ReplacedItems;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

class InterestListTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");
    private static final String ID = "interestlist:all";
    private static final InterestListSeeded BUNDLED = new InterestListSeeded(ID, BundledItems.names(), BundledItems.AT);
    private final AggregateTestFixture<InterestList> list = new AggregateTestFixture<>(InterestList.class);

    InterestListTest() {
        list.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static InterestListSeeded of(String... names) {
        return new InterestListSeeded(ID, List.of(names), BundledItems.AT);
    }

    private static Matcher<?> refused(ErrorCode code) {
        return Matchers.matches((Object error) -> error instanceof Refusal refusal && refusal.code() == code);
    }

    @Test
    void theFirstChangeStartsFromTheBundledNames() {
        list.givenNoPriorActivity()
                .when(new AddInterestItem(" Moon Cheese ", "ada"))
                .expectEvents(BUNDLED, new InterestItemAdded(ID, "Moon Cheese", "ada", NOW))
                .expectResultMessagePayload(new InterestItem("Moon Cheese", "ada", NOW));
    }

    @Test
    void whatIsBundledIsListed() {
        list.givenNoPriorActivity()
                .when(new AddInterestItem("Glim", null))
                .expectException(refused(ErrorCode.CONFLICT));
        list.givenNoPriorActivity()
                .when(new RemoveInterestItem("Glim", null))
                .expectEvents(BUNDLED, new InterestItemRemoved(ID, "Glim", null, NOW));
    }

    @Test
    void aNameIsNeitherBlankNorTwiceThere() {
        list.given(of("A")).when(new AddInterestItem("  ", null)).expectException(refused(ErrorCode.BAD_REQUEST));
        list.given(of("A")).when(new AddInterestItem("A", null)).expectException(refused(ErrorCode.CONFLICT));
        list.given(of("A"))
                .when(new AddInterestItem("a", null))
                .expectEvents(new InterestItemAdded(ID, "a", null, NOW));
    }

    @Test
    void onlyWhatIsListedIsRemoved() {
        list.given(of("A", "B")).when(new RemoveInterestItem("C", null)).expectException(refused(ErrorCode.NOT_FOUND));
        list.given(of("A", "B"))
                .when(new RemoveInterestItem("B", "ada"))
                .expectEvents(new InterestItemRemoved(ID, "B", "ada", NOW));
    }

    @Test
    void anEmptiedListIsTheBundledOneAgain() {
        list.given(of("A"), new InterestItemRemoved(ID, "A", null, NOW))
                .when(new AddInterestItem("A", null))
                .expectEvents(BUNDLED, new InterestItemAdded(ID, "A", null, NOW));
    }

    @Test
    void aListIsReplacedByWhatIsTrimmedAndSorted() {
        list.given(of("A", "B"))
                .when(new ReplaceInterestItems(List.of(" D", "B", "C ", "C", " "), "ada"))
                .expectEvents(new InterestListReplaced(ID, List.of("A"), List.of("C", "D"), "ada", NOW))
                .expectResultMessagePayload(new ReplacedItems(1, 2));
    }

    @Test
    void theSameListChangesNothing() {
        list.given(of("A", "B"))
                .when(new ReplaceInterestItems(List.of("B", "A"), "ada"))
                .expectNoEvents()
                .expectResultMessagePayload(new ReplacedItems(0, 0));
    }

    @Test
    void anEmptyListIsRefused() {
        list.given(of("A"))
                .when(new ReplaceInterestItems(List.of(" "), null))
                .expectException(refused(ErrorCode.BAD_REQUEST));
    }
}
