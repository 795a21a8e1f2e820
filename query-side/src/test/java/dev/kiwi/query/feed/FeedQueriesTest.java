package dev.kiwi.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.feed.Feed;
import dev.kiwi.api.feed.FeedEvent.FeedChanged;
import dev.kiwi.api.feed.FeedItem;
import dev.kiwi.api.feed.FeedKey;
import dev.kiwi.api.feed.ListNews;
import dev.kiwi.api.feed.ListNewsArchive;
import dev.kiwi.api.feed.ListStreams;
import dev.kiwi.api.feed.ListTroveEventCategories;
import dev.kiwi.api.feed.ListTroveEvents;
import dev.kiwi.api.feed.ListTroveEvents.Phase;
import dev.kiwi.api.feed.ListVideos;
import dev.kiwi.api.feed.NewsArchive;
import dev.kiwi.api.feed.NewsItem;
import dev.kiwi.api.feed.NewsList;
import dev.kiwi.api.feed.StreamList;
import dev.kiwi.api.feed.TroveEvent;
import dev.kiwi.api.feed.TwitchStream;
import dev.kiwi.api.feed.Video;
import dev.kiwi.api.feed.VideoList;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.projection.feed.FeedProjector;
import dev.kiwi.query.readmodel.PostgresReadModel;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Events in, answers out. */
class FeedQueriesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.5Z");
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final PostgresReadModel model =
            PostgresReadModel.in(TestStores.freshDatabase(), "feed", "projection/feed.sql", FeedProjector::new);
    private final NewsQueries news = new NewsQueries(model.dataSource());
    private final FeedQueries feeds = new FeedQueries(model.dataSource());
    private final TroveEventQueries events = new TroveEventQueries(model.dataSource());

    private void changes(Feed feed, Instant at, FeedItem... items) {
        model.apply(
                FeedKey.of(feed), new FeedChanged(feed.key(), Arrays.asList(items), !feed.keepsItems(), List.of(), at));
    }

    private static NewsItem article(String title, String url, @Nullable Long at, String... categories) {
        return new NewsItem(title, url, "Team Trove", "", categories[0], List.of(categories), null, at);
    }

    private static FeedItem item(NewsItem article) {
        Long at = article.publishedAt();
        return new FeedItem(
                article.url(),
                at == null ? null : Instant.ofEpochSecond(at),
                null,
                null,
                JSON.writeValueAsString(article));
    }

    private static FeedItem event(String id, String category, long start, long end) {
        TroveEvent event = new TroveEvent(id, "name", "", category, null, null, null, start, end);
        return new FeedItem(
                id, Instant.ofEpochSecond(start), Instant.ofEpochSecond(end), category, JSON.writeValueAsString(event));
    }

    @Test
    void givenNothingThenListsAreEmptyAndNothingWasFetched() {
        assertThat(news.list(new ListNews(20))).isEqualTo(new NewsList(List.of(), 0));
        assertThat(feeds.streams(new ListStreams())).isEqualTo(new StreamList(List.of(), null));
        assertThat(feeds.videos(new ListVideos(Feed.YOUTUBE))).isEqualTo(new VideoList(List.of(), null));
        assertThat(events.categories(new ListTroveEventCategories()).categories())
                .isEmpty();
    }

    @Test
    void givenCopiesOfAnArticleThenTheyAreOneWithAllCategories() {
        changes(
                Feed.NEWS,
                NOW,
                item(article(" Patch ", "https://t.example/2", 200L, "News", "Patch")),
                item(article("patch", "https://t.example/1", 100L, "Patch", "PC")),
                item(article("", "https://t.example/3", 50L, "A")),
                item(article("", "https://t.example/4", null, "B")));
        assertThat(news.list(new ListNews(20)).items())
                .containsExactly(
                        article(" Patch ", "https://t.example/2", 200L, "News", "Patch", "PC"),
                        article("", "https://t.example/3", 50L, "A"),
                        article("", "https://t.example/4", null, "B"));
        assertThat(news.list(new ListNews(1)).count()).isEqualTo(1);

        NewsArchive archive = news.archive(new ListNewsArchive(2, 1));
        assertThat(archive.items())
                .extracting(NewsItem::url)
                .containsExactly("https://t.example/1", "https://t.example/3");
        assertThat(archive.count()).isEqualTo(2);
        assertThat(archive.total()).isEqualTo(4);
    }

    @Test
    void givenAChangedArticleThenItTakesThePlaceOfTheOldAndOthersStay() {
        changes(Feed.NEWS, NOW, item(article("a", "https://t.example/1", 100L, "A")));
        changes(Feed.NEWS, NOW, item(article("b", "https://t.example/2", 200L, "A")));
        changes(Feed.NEWS, NOW, item(article("c", "https://t.example/1", 300L, "A")));
        assertThat(news.list(new ListNews(20)).items())
                .extracting(NewsItem::title)
                .containsExactly("c", "b");
    }

    @Test
    void givenAFetchInPartsThenItsOrderIsThatOfTheWhole() {
        changes(Feed.TWITCH, NOW, stream("old"));
        changes(Feed.TWITCH, NOW, stream("d"), stream("c"));
        for (String login : List.of("b", "a")) {
            model.apply(
                    FeedKey.of(Feed.TWITCH), new FeedChanged("twitch", List.of(stream(login)), false, List.of(), NOW));
        }
        assertThat(feeds.streams(new ListStreams()).items())
                .extracting(TwitchStream::login)
                .containsExactly("d", "c", "b", "a");
    }

    private static FeedItem stream(String login) {
        TwitchStream stream = new TwitchStream(login, login, "https://twitch.tv/" + login, "t", 1, null, 5L, null);
        return new FeedItem(login, null, null, null, JSON.writeValueAsString(stream));
    }

    @Test
    void givenANewFetchOfStreamsThenNothingOfTheOldIsLeft() {
        TwitchStream one = new TwitchStream("One", "one", "https://twitch.tv/one", "t", 1, null, 5L, null);
        TwitchStream two = new TwitchStream("Two", "two", "https://twitch.tv/two", "t", 9, "Trove", null, "https://x");
        FeedItem first = new FeedItem("one", null, null, null, JSON.writeValueAsString(one));
        FeedItem second = new FeedItem("two", null, null, null, JSON.writeValueAsString(two));
        changes(Feed.TWITCH, NOW, second, first);
        assertThat(feeds.streams(new ListStreams())).isEqualTo(new StreamList(List.of(two, one), NOW.getEpochSecond()));
        changes(Feed.TWITCH, NOW.plusSeconds(300), first);
        assertThat(feeds.streams(new ListStreams()))
                .isEqualTo(new StreamList(List.of(one), NOW.getEpochSecond() + 300));
        changes(Feed.TWITCH, NOW.plusSeconds(600));
        assertThat(feeds.streams(new ListStreams()).items()).isEmpty();
    }

    @Test
    void givenVideosThenEachFeedHasItsOwn() {
        Video video = new Video("t", "https://y.example/1", "c", "1", 7L, null);
        changes(Feed.YOUTUBE, NOW, new FeedItem("1", null, null, null, JSON.writeValueAsString(video)));
        assertThat(feeds.videos(new ListVideos(Feed.YOUTUBE)).items()).containsExactly(video);
        assertThat(feeds.videos(new ListVideos(Feed.BILIBILI)).items()).isEmpty();
    }

    private List<String> ids(Phase phase, @Nullable String category, int limit, long now) {
        return events.list(new ListTroveEvents(phase, category, limit, Instant.ofEpochSecond(now))).items().stream()
                .map(TroveEvent::eventId)
                .toList();
    }

    @Test
    void givenEventsThenEachIsInExactlyOneListAtAnyMoment() {
        changes(
                Feed.TROVE_EVENTS,
                NOW,
                event("long", "Sale", 100, 400),
                event("short", "Event", 100, 200),
                event("later", "Event", 300, 400));
        assertThat(ids(Phase.UPCOMING, null, 9, 99)).containsExactly("long", "short", "later");
        assertThat(ids(Phase.ONGOING, null, 9, 100)).containsExactly("short", "long");
        assertThat(ids(Phase.UPCOMING, null, 9, 100)).containsExactly("later");
        assertThat(ids(Phase.ONGOING, null, 9, 200)).containsExactly("long");
        assertThat(ids(Phase.ENDED, null, 9, 200)).containsExactly("short");
        assertThat(ids(Phase.ENDED, null, 9, 400)).containsExactly("later", "long", "short");
        assertThat(ids(Phase.ENDED, null, 1, 400)).hasSize(1);
        assertThat(ids(Phase.ENDED, "Event", 9, 400)).containsExactly("later", "short");
        assertThat(ids(Phase.ENDED, "event", 9, 400)).isEmpty();
        for (long now = 0; now < 500; now += 25) {
            int all = 0;
            for (Phase phase : Phase.values()) {
                all += ids(phase, null, 9, now).size();
            }
            assertThat(all).isEqualTo(3);
        }
        assertThat(events.categories(new ListTroveEventCategories()).categories())
                .containsExactly("Event", "Sale");
    }

    @Test
    void givenADroppedEventThenItIsGone() {
        changes(Feed.TROVE_EVENTS, NOW, event("a", "x", 1, 2), event("b", "x", 1, 2));
        model.apply("feed:trove_events", new FeedChanged("trove_events", List.of(), false, List.of("a"), NOW));
        assertThat(ids(Phase.ENDED, null, 9, 5)).containsExactly("b");
    }
}
