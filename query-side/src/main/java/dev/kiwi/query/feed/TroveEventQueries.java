package dev.kiwi.query.feed;

import dev.kiwi.api.feed.Feed;
import dev.kiwi.api.feed.ListTroveEventCategories;
import dev.kiwi.api.feed.ListTroveEvents;
import dev.kiwi.api.feed.TroveEvent;
import dev.kiwi.api.feed.TroveEventCategories;
import dev.kiwi.api.feed.TroveEventList;
import dev.kiwi.query.dispatch.QueryComponent;
import java.sql.Timestamp;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers from the community's events in {@code feed.item}. */
@QueryComponent
final class TroveEventQueries {
    private final JdbcClient jdbc;

    TroveEventQueries(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @QueryHandler
    TroveEventList list(ListTroveEvents query) {
        String phase = switch (query.phase()) {
            case ONGOING -> "at <= :now and until > :now order by until, key";
            case UPCOMING -> "at > :now order by at, key";
            case ENDED -> "until <= :now order by until desc, key";
        };
        return new TroveEventList(jdbc.sql("select json from feed.item where feed = :feed"
                        + " and (cast(:category as text) is null or label = :category) and " + phase + " limit :limit")
                .param("feed", Feed.TROVE_EVENTS.key())
                .param("category", query.category())
                .param("now", Timestamp.from(query.now()))
                .param("limit", query.limit())
                .query(FeedRows.as(TroveEvent.class))
                .list());
    }

    @QueryHandler
    TroveEventCategories categories(ListTroveEventCategories query) {
        List<String> categories = jdbc.sql(
                        "select distinct label collate \"C\" from feed.item where feed = ? and label <> '' order by 1")
                .param(Feed.TROVE_EVENTS.key())
                .query((row, _) -> row.getString(1))
                .list();
        return new TroveEventCategories(categories, categories.size());
    }
}
