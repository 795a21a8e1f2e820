package dev.kiwi.command.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.feed.Feed;
import dev.kiwi.api.feed.FeedEvent.FeedChanged;
import dev.kiwi.api.feed.FeedItem;
import dev.kiwi.api.feed.RecordFetch;
import dev.kiwi.api.kernel.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class RelayedFeedTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");
    private static final Instant BEFORE = NOW.minusSeconds(1_800);
    private static final FeedItem A = item("a", "{\"a\":1}");
    private static final FeedItem B = item("b", "{\"b\":1}");
    private static final FeedItem OTHER_A = item("a", "{\"a\":2}");

    private AggregateTestFixture<RelayedFeed> feed;

    @BeforeEach
    void fixture() {
        feed = new AggregateTestFixture<>(RelayedFeed.class);
        feed.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static FeedItem item(String key, String json) {
        return new FeedItem(key, BEFORE, null, null, json);
    }

    private static FeedItem ending(String key, @Nullable Instant until) {
        return new FeedItem(key, BEFORE, until, "Event", "{}");
    }

    private static FeedChanged changed(Feed feed, List<FeedItem> items, Instant at) {
        return new FeedChanged(feed.key(), items, !feed.keepsItems(), List.of(), at);
    }

    @Test
    void givenNothingWhenFetchedThenAllOfItIsNew() {
        feed.givenNoPriorActivity()
                .when(new RecordFetch(Feed.NEWS, List.of(A, B)))
                .expectEvents(changed(Feed.NEWS, List.of(A, B), NOW));
    }

    @Test
    void givenNothingWhenNothingIsFetchedThenThatIsKnown() {
        feed.givenNoPriorActivity()
                .when(new RecordFetch(Feed.NEWS, List.of()))
                .expectEvents(changed(Feed.NEWS, List.of(), NOW));
    }

    @Test
    void givenNothingWhenNobodyIsLiveThenThatIsKnown() {
        feed.givenNoPriorActivity()
                .when(new RecordFetch(Feed.TWITCH, List.of()))
                .expectEvents(changed(Feed.TWITCH, List.of(), NOW));
    }

    @Test
    void givenTheSameWhenFetchedAgainThenNothingHappens() {
        feed.given(changed(Feed.NEWS, List.of(A, B), BEFORE))
                .when(new RecordFetch(Feed.NEWS, List.of(B, A)))
                .expectNoEvents();
        feed.given(changed(Feed.TWITCH, List.of(A, B), BEFORE))
                .when(new RecordFetch(Feed.TWITCH, List.of(A, B)))
                .expectNoEvents();
    }

    @Test
    void givenAFeedThatKeepsWhenSomeAreOtherThenThoseAreToldAndNoneIsMissed() {
        feed.given(changed(Feed.NEWS, List.of(A, B), BEFORE))
                .when(new RecordFetch(Feed.NEWS, List.of(OTHER_A)))
                .expectEvents(changed(Feed.NEWS, List.of(OTHER_A), NOW));
    }

    @Test
    void givenAFeedThatReplacesWhenOneIsGoneOrMovedThenTheRestIsToldWhole() {
        feed.given(changed(Feed.TWITCH, List.of(A, B), BEFORE))
                .when(new RecordFetch(Feed.TWITCH, List.of(B)))
                .expectEvents(changed(Feed.TWITCH, List.of(B), NOW));
        feed.given(changed(Feed.TWITCH, List.of(A, B), BEFORE))
                .when(new RecordFetch(Feed.TWITCH, List.of(B, A)))
                .expectEvents(changed(Feed.TWITCH, List.of(B, A), NOW));
    }

    @Test
    void givenEventsThatAreOverForAYearThenTheyAreDroppedAndNotTakenAgain() {
        FeedItem old = ending("old", NOW.minus(Duration.ofDays(365)).minusMillis(1));
        FeedItem young = ending("young", NOW.minus(Duration.ofDays(365)));
        feed.given(changed(Feed.TROVE_EVENTS, List.of(old, young), BEFORE))
                .when(new RecordFetch(Feed.TROVE_EVENTS, List.of(old, young)))
                .expectEvents(new FeedChanged("trove_events", List.of(), false, List.of("old"), NOW));
        feed.given(
                        changed(Feed.TROVE_EVENTS, List.of(old, young), BEFORE),
                        new FeedChanged("trove_events", List.of(), false, List.of("old"), BEFORE))
                .when(new RecordFetch(Feed.TROVE_EVENTS, List.of(old, young)))
                .expectNoEvents();
    }

    /** Of texts that take twice their length in an event. */
    private static List<FeedItem> many() {
        return IntStream.range(0, 100)
                .mapToObj(i -> item("key" + i, "\"".repeat(1_500)))
                .toList();
    }

    private static int bytes(Object event) {
        return JsonMapper.shared().writeValueAsBytes(event).length;
    }

    private static List<FeedChanged> inParts(Feed feed, List<FeedItem> items, Instant at) {
        List<List<FeedItem>> parts = EventParts.of(items);
        return IntStream.range(0, parts.size())
                .mapToObj(i -> new FeedChanged(feed.key(), parts.get(i), i == 0 && !feed.keepsItems(), List.of(), at))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"BTT_RELEASES", "TWITCH"})
    void whenThereIsMuchThenNoEventIsTooLargeAndNothingIsLost(Feed kind) {
        List<FeedChanged> parts = inParts(kind, many(), NOW);
        assertThat(parts)
                .hasSizeGreaterThan(5)
                .allSatisfy(part -> assertThat(bytes(part)).isLessThan(64 << 10));
        assertThat(parts.stream().flatMap(part -> part.items().stream())).containsExactlyElementsOf(many());
        feed.givenNoPriorActivity().when(new RecordFetch(kind, many())).expectEvents(parts.toArray());
        assertThat(EventParts.of(List.of())).containsExactly(List.of());
    }

    @ParameterizedTest
    @EnumSource(names = {"BTT_RELEASES", "TWITCH"})
    void givenMuchWhenItIsTheSameThenNothingHappens(Feed kind) {
        feed.given(inParts(kind, many(), BEFORE))
                .when(new RecordFetch(kind, many()))
                .expectNoEvents();
    }

    @Test
    void givenMuchThatReplacesWhenItsLastItemIsGoneThenAllOfItIsToldAgain() {
        List<FeedItem> less = many().subList(0, 99);
        feed.given(inParts(Feed.TWITCH, many(), BEFORE))
                .when(new RecordFetch(Feed.TWITCH, less))
                .expectEvents(inParts(Feed.TWITCH, less, NOW).toArray());
    }

    @Test
    void whatIsOverComesInPartsToo() {
        Instant end = NOW.minus(Duration.ofDays(366));
        List<FeedItem> over = IntStream.range(100, 300)
                .mapToObj(i -> ending(i + "x".repeat(297), end))
                .toList();
        List<List<String>> keys =
                EventParts.ofKeys(over.stream().map(FeedItem::key).toList());
        assertThat(keys).hasSizeGreaterThan(5);
        feed.given(inParts(Feed.TROVE_EVENTS, over, BEFORE))
                .when(new RecordFetch(Feed.TROVE_EVENTS, List.of()))
                .expectEvents(keys.stream()
                        .map(part -> new FeedChanged("trove_events", List.of(), false, part, NOW))
                        .toArray());
    }

    @Test
    void theLargestItemAndWhatIsOverFitIntoOneEvent() {
        FeedItem largest = largest();
        List<String> keys = IntStream.range(0, 1_000).mapToObj(i -> "\"" + i).toList();
        assertThat(largest.fitsIntoAnEvent()).isTrue();
        assertThat(item("a", largest.json() + "\"").fitsIntoAnEvent()).isFalse();
        assertThat(bytes(new FeedChanged(
                        "trove_events",
                        List.of(largest),
                        false,
                        EventParts.ofKeys(keys).getFirst(),
                        NOW)))
                .isLessThan(64 << 10);
    }

    /** Of characters that take most. */
    private static FeedItem largest() {
        String text = "\u0001\uD83D\uDE00\"ü€";
        FeedItem item = item("a", "");
        while (item("a", item.json() + text).fitsIntoAnEvent()) {
            item = item("a", item.json() + text);
        }
        while (item("a", item.json() + "x").fitsIntoAnEvent()) {
            item = item("a", item.json() + "x");
        }
        return item;
    }

    @Test
    void givenAFeedThatIsFullThenNothingNewIsTaken() {
        List<FeedItem> full =
                IntStream.range(0, 50_000).mapToObj(i -> item("key" + i, "{}")).toList();
        feed.given(changed(Feed.NEWS, full, BEFORE))
                .when(new RecordFetch(Feed.NEWS, List.of(A)))
                .expectException(Refusal.class);
        feed.given(changed(Feed.NEWS, full, BEFORE))
                .when(new RecordFetch(Feed.NEWS, List.of(item("key7", "{\"b\":1}"))))
                .expectEvents(changed(Feed.NEWS, List.of(item("key7", "{\"b\":1}")), NOW));
    }

    @Test
    void fingerprintsTellNeighboursApart() {
        assertThat(Fingerprint.of(List.of(A, B))).isNotEqualTo(Fingerprint.of(List.of(B, A)));
        assertThat(Fingerprint.of(List.of(item("ab", "c")))).isNotEqualTo(Fingerprint.of(List.of(item("a", "bc"))));
        assertThat(Fingerprint.of(List.of(A))).isEqualTo(Fingerprint.of(List.of(item("a", "{\"a\":1}"))));
    }
}
