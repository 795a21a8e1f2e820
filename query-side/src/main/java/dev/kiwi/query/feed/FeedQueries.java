package dev.kiwi.query.feed;

import dev.kiwi.api.feed.Feed;
import dev.kiwi.api.feed.ListStreams;
import dev.kiwi.api.feed.ListVideos;
import dev.kiwi.api.feed.StreamList;
import dev.kiwi.api.feed.TwitchStream;
import dev.kiwi.api.feed.Video;
import dev.kiwi.api.feed.VideoList;
import dev.kiwi.query.dispatch.QueryComponent;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers from the feeds in {@code feed.item} that are as they were fetched last. */
@QueryComponent
final class FeedQueries {
    private final JdbcClient jdbc;

    FeedQueries(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @QueryHandler
    StreamList streams(ListStreams query) {
        return new StreamList(items(Feed.TWITCH, TwitchStream.class), FeedRows.fetchedAt(jdbc, Feed.TWITCH));
    }

    @QueryHandler
    VideoList videos(ListVideos query) {
        return new VideoList(items(query.feed(), Video.class), FeedRows.fetchedAt(jdbc, query.feed()));
    }

    private <T> List<T> items(Feed feed, Class<T> type) {
        return jdbc.sql("select json from feed.item where feed = ? order by place, key")
                .param(feed.key())
                .query(FeedRows.as(type))
                .list();
    }
}
