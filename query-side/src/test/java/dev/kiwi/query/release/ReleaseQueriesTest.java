package dev.kiwi.query.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.feed.FeedEvent.FeedChanged;
import dev.kiwi.api.feed.FeedItem;
import dev.kiwi.api.release.Changelog;
import dev.kiwi.api.release.Changelog.ChangelogCommit;
import dev.kiwi.api.release.Changelog.ChangelogGroup;
import dev.kiwi.api.release.Channel;
import dev.kiwi.api.release.FindLatestReleases;
import dev.kiwi.api.release.GetChangelog;
import dev.kiwi.api.release.LatestReleases;
import dev.kiwi.api.release.ListReleases;
import dev.kiwi.api.release.Platform;
import dev.kiwi.api.release.Release;
import dev.kiwi.api.release.ReleasePage;
import dev.kiwi.api.release.StoredChangelog;
import dev.kiwi.embedded.TestStores;
import dev.kiwi.projection.feed.FeedProjector;
import dev.kiwi.query.readmodel.PostgresReadModel;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class ReleaseQueriesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final PostgresReadModel model =
            PostgresReadModel.in(TestStores.freshDatabase(), "feed", "projection/feed.sql", FeedProjector::new);
    private final ReleaseQueries queries = new ReleaseQueries(model.dataSource());

    private static Release release(long id, boolean beta, String... files) {
        List<Release.ReleaseAsset> assets = Stream.of(files)
                .map(file -> new Release.ReleaseAsset(file, "https://x.example/" + file, 1, null, 2))
                .toList();
        return new Release(id, "v" + id, "", "", "https://x.example/" + id, beta, id, assets);
    }

    private void published(Release... releases) {
        List<FeedItem> items = Stream.of(releases)
                .map(release -> new FeedItem(
                        Long.toString(release.releaseId()),
                        Instant.ofEpochSecond(release.publishedAt()),
                        null,
                        release.channel().key(),
                        JSON.writeValueAsString(release)))
                .toList();
        model.apply("feed:btt_releases", new FeedChanged("btt_releases", items, false, List.of(), NOW));
    }

    private void changelog(String key, String json) {
        List<FeedItem> items = List.of(new FeedItem(key, null, null, null, json));
        model.apply("feed:btt_changelog", new FeedChanged("btt_changelog", items, false, List.of(), NOW));
    }

    @Test
    void givenNothingThenThereIsNothing() {
        assertThat(queries.list(new ListReleases(null, 50, 0))).isEqualTo(new ReleasePage(List.of(), 0, 0));
        assertThat(queries.latest(new FindLatestReleases(Channel.RELEASE)).releases())
                .isEmpty();
        assertThat(queries.changelog(new GetChangelog())).isEqualTo(new StoredChangelog(Changelog.EMPTY, null));
    }

    @Test
    void givenReleasesThenTheyAreListedNewestFirstByChannel() {
        Release one = release(1, false, "a.msi");
        Release two = release(2, true);
        Release three = release(3, false);
        published(two, one, three);
        assertThat(queries.list(new ListReleases(null, 2, 0)))
                .isEqualTo(new ReleasePage(List.of(three, two), 3, NOW.getEpochSecond()));
        assertThat(queries.list(new ListReleases(null, 2, 2)).items()).containsExactly(one);
        assertThat(queries.list(new ListReleases(Channel.BETA, 50, 0)).items()).containsExactly(two);
        assertThat(queries.list(new ListReleases(Channel.RELEASE, 50, 0)).total())
                .isEqualTo(2);
    }

    @Test
    void givenReleasesThenEachPlatformWalksBackOnItsOwn() {
        Release old = release(1, false, "a.msi", "a.apk");
        Release windows = release(2, false, "b.exe");
        Release none = release(3, false, "notes.txt");
        Release beta = release(4, true, "c.deb");
        published(old, windows, none, beta);
        LatestReleases stable = queries.latest(new FindLatestReleases(Channel.RELEASE));
        assertThat(stable.releases())
                .containsEntry(Platform.WINDOWS, windows)
                .containsEntry(Platform.ANDROID, old)
                .hasSize(2);
        assertThat(queries.latest(new FindLatestReleases(Channel.BETA)).releases())
                .containsEntry(Platform.LINUX, beta)
                .hasSize(1);
    }

    @Test
    void givenARefusalThenTheGroupsOfBeforeStay() {
        ChangelogGroup group =
                new ChangelogGroup("v1", List.of(new ChangelogCommit("sha", "sha", "fix: x", "fix", "")));
        changelog("groups", JSON.writeValueAsString(List.of(group)));
        changelog("rate_limited", "true");
        assertThat(queries.changelog(new GetChangelog()))
                .isEqualTo(new StoredChangelog(new Changelog(List.of(group), true), NOW.getEpochSecond()));
    }
}
