package dev.kiwi.command.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.feed.Feed;
import dev.kiwi.api.feed.FeedEvent.FeedChanged;
import dev.kiwi.api.feed.FeedItem;
import dev.kiwi.api.feed.RecordFetch;
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

    @Test
    void whenThereIsMuchThenNoEventIsTooLargeAndNothingIsLost() {
        List<FeedItem> many = IntStream.range(0, 100)
                .mapToObj(i -> item("key" + i, "\"" + "x".repeat(3_000) + "\""))
                .toList();
        feed.givenNoPriorActivity()
                .when(new RecordFetch(Feed.BTT_RELEASES, many))
                .expectSuccessfulHandlerExecution();
        List<List<FeedItem>> parts = EventParts.of(many);
        assertThat(parts)
                .hasSizeGreaterThan(5)
                .allSatisfy(part -> assertThat(part.stream()
                                .mapToInt(item -> item.json().length())
                                .sum())
                        .isLessThan(64 << 10));
        assertThat(parts.stream().flatMap(List::stream)).containsExactlyElementsOf(many);
        assertThat(EventParts.of(List.of())).containsExactly(List.of());
    }

    @Test
    void fingerprintsTellNeighboursApart() {
        assertThat(Fingerprint.of(List.of(A, B))).isNotEqualTo(Fingerprint.of(List.of(B, A)));
        assertThat(Fingerprint.of(List.of(item("ab", "c")))).isNotEqualTo(Fingerprint.of(List.of(item("a", "bc"))));
        assertThat(Fingerprint.of(List.of(A))).isEqualTo(Fingerprint.of(List.of(item("a", "{\"a\":1}"))));
    }
}
