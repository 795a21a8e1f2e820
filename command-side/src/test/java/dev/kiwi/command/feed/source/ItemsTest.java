package dev.kiwi.command.feed.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.feed.Feed;
import dev.kiwi.api.feed.FeedItem;
import dev.kiwi.command.upstream.UpstreamFailure;
import dev.kiwi.command.upstream.Validators;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An answer is taken over whole or not at all. */
class ItemsTest {
    private final SourceFixture fixture = new SourceFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private static List<FeedItem> items(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Items.published("key" + i, null, i))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void moreThanAFeedTakesIsAFailure(Feed feed) throws Exception {
        assertThat(Items.fetched(feed, items(feed.mostItems())).items()).hasSize(feed.mostItems());
        assertThatThrownBy(() -> Items.fetched(feed, items(feed.mostItems() + 1)))
                .isInstanceOf(UpstreamFailure.class)
                .hasMessage("its answer has more than " + feed.mostItems() + " items");
    }

    @Test
    void anItemThatNoEventCarriesIsAFailure() {
        FeedItem huge = Items.published("key", null, "\"".repeat(20_000));
        assertThatThrownBy(() -> Items.fetched(Feed.NEWS, List.of(huge)))
                .hasMessage("its answer has an item that is too large to be kept");
    }

    @Test
    void oneThatComesTwiceCountsOnce() throws Exception {
        FeedItem first = Items.published("key", 1L, "first");
        assertThat(Items.fetched(Feed.TWITCH, List.of(first, Items.published("key", 1L, "second")))
                        .items())
                .containsExactly(first);
    }

    @Test
    void longNotesOfAReleaseAreCutUntilAnEventCarriesThem() throws Exception {
        String notes = "\\\"".repeat(60_000);
        fixture.upstream.answers(200, """
                [{"id":71,"tag_name":"v1","html_url":"https://github.com/r/71","published_at":"2026-11-22T09:00:00Z",
                "body":"%s"}]""".formatted(notes));
        Source source = ReleasesSource.of(new Github(fixture.service(), "a/b", ""));
        FeedItem release = SourceFixture.items(source.fetch(Validators.NONE)).getFirst();
        assertThat(release.fitsIntoAnEvent()).isTrue();
        assertThat(SourceFixture.json(List.of(release)).getFirst().path("body").stringValue())
                .isEqualTo("\"".repeat(7_500));
    }

    @Test
    void ofALongHistoryTheNewestCommitsAreKept() throws Exception {
        String commits = IntStream.range(0, 300)
                .mapToObj(i -> "{\"sha\":\"s" + i + "\",\"commit\":{\"message\":\"" + "ü".repeat(300) + "\"}}")
                .collect(Collectors.joining(",", "[", "]"));
        fixture.upstream.answers(200, commits);
        FeedItem groups = SourceFixture.items(
                        new ChangelogSource(new Github(fixture.service(), "a/b", "")).fetch(Validators.NONE))
                .getFirst();
        assertThat(groups.fitsIntoAnEvent()).isTrue();
        assertThat(SourceFixture.json(List.of(groups))
                        .getFirst()
                        .at("/0/commits")
                        .valueStream()
                        .map(commit -> commit.path("sha").stringValue()))
                .hasSize(50)
                .startsWith("s0");
    }
}
