package dev.kiwi.query.release;

import dev.kiwi.api.feed.Feed;
import dev.kiwi.api.release.Changelog;
import dev.kiwi.api.release.Channel;
import dev.kiwi.api.release.FindLatestReleases;
import dev.kiwi.api.release.GetChangelog;
import dev.kiwi.api.release.LatestReleases;
import dev.kiwi.api.release.ListReleases;
import dev.kiwi.api.release.Platform;
import dev.kiwi.api.release.Release;
import dev.kiwi.api.release.ReleasePage;
import dev.kiwi.api.release.StoredChangelog;
import dev.kiwi.query.dispatch.QueryComponent;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Answers from the releases and the changelog in {@code feed.item}. */
@QueryComponent
final class ReleaseQueries {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final JdbcClient jdbc;

    ReleaseQueries(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @QueryHandler
    ReleasePage list(ListReleases query) {
        Channel channel = query.channel();
        String label = channel == null ? null : channel.key();
        long total = jdbc.sql("select count(*) from feed.item where feed = :feed"
                        + " and (cast(:label as text) is null or label = :label)")
                .param("feed", Feed.BTT_RELEASES.key())
                .param("label", label)
                .query(Long.class)
                .single();
        return new ReleasePage(releases(label, query.limit(), query.offset()), total, fetchedAt());
    }

    /** Each platform walks back on its own, to the newest release with a file for it. */
    @QueryHandler
    LatestReleases latest(FindLatestReleases query) {
        Map<Platform, Release> latest = new EnumMap<>(Platform.class);
        for (Release release : releases(query.channel().key(), Integer.MAX_VALUE, 0)) {
            for (Platform platform : Platform.values()) {
                if (!platform.among(release.assets()).isEmpty()) {
                    latest.putIfAbsent(platform, release);
                }
            }
        }
        return new LatestReleases(latest, fetchedAt());
    }

    @QueryHandler
    StoredChangelog changelog(GetChangelog query) {
        return new StoredChangelog(
                new Changelog(
                        changelogItem("groups")
                                .map(json -> List.of(JSON.readValue(json, Changelog.ChangelogGroup[].class)))
                                .orElse(List.of()),
                        changelogItem("rate_limited").map(Boolean::parseBoolean).orElse(false)),
                fetched(Feed.BTT_CHANGELOG));
    }

    private Optional<String> changelogItem(String key) {
        return jdbc.sql("select json from feed.item where feed = ? and key = ?")
                .params(Feed.BTT_CHANGELOG.key(), key)
                .query(String.class)
                .optional();
    }

    private List<Release> releases(@Nullable String label, int limit, int offset) {
        return jdbc.sql("""
                        select json from feed.item
                        where feed = :feed and (cast(:label as text) is null or label = :label)
                        order by at desc nulls last, key limit :limit offset :offset""")
                .param("feed", Feed.BTT_RELEASES.key())
                .param("label", label)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, n) -> JSON.readValue(row.getString("json"), Release.class))
                .list();
    }

    private long fetchedAt() {
        return Objects.requireNonNullElse(fetched(Feed.BTT_RELEASES), 0L);
    }

    private @Nullable Long fetched(Feed feed) {
        return jdbc.sql("select fetched_at from feed.last_fetch where feed = ?")
                .param(feed.key())
                .query((row, n) -> row.getTimestamp(1))
                .optional()
                .map(Timestamp::toInstant)
                .map(Instant::getEpochSecond)
                .orElse(null);
    }
}
