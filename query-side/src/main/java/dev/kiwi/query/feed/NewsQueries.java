package dev.kiwi.query.feed;

import dev.kiwi.api.feed.Feed;
import dev.kiwi.api.feed.ListNews;
import dev.kiwi.api.feed.ListNewsArchive;
import dev.kiwi.api.feed.NewsArchive;
import dev.kiwi.api.feed.NewsItem;
import dev.kiwi.api.feed.NewsList;
import dev.kiwi.query.dispatch.QueryComponent;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers from the news in {@code feed.item}. */
@QueryComponent
final class NewsQueries {
    /** Upstream lists an article once per category: so many are read for one that is shown. */
    private static final int COPIES = 3;

    private final JdbcClient jdbc;

    NewsQueries(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @QueryHandler
    NewsList list(ListNews query) {
        List<NewsItem> merged = MergedNews.of(page(query.limit() * COPIES, 0));
        List<NewsItem> items = merged.subList(0, Math.min(query.limit(), merged.size()));
        return new NewsList(items, items.size());
    }

    @QueryHandler
    NewsArchive archive(ListNewsArchive query) {
        List<NewsItem> items = page(query.limit(), query.offset());
        long total = jdbc.sql("select count(*) from feed.item where feed = ?")
                .param(Feed.NEWS.key())
                .query(Long.class)
                .single();
        return new NewsArchive(items, items.size(), total);
    }

    private List<NewsItem> page(int limit, int offset) {
        return jdbc.sql("select json from feed.item where feed = ? order by at desc nulls last, key limit ? offset ?")
                .params(Feed.NEWS.key(), limit, offset)
                .query(FeedRows.as(NewsItem.class))
                .list();
    }
}
