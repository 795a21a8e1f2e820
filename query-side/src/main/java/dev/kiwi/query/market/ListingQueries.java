package dev.kiwi.query.market;

import dev.kiwi.api.market.GetListings;
import dev.kiwi.api.market.GetListings.Listing;
import dev.kiwi.api.market.GetListings.ListingPage;
import dev.kiwi.api.market.ListingSort;
import dev.kiwi.query.dispatch.QueryComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

@QueryComponent
class ListingQueries {
    private final JdbcClient jdbc;
    private final Clock clock;

    ListingQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @QueryHandler
    ListingPage handle(GetListings query) {
        long now = clock.instant().getEpochSecond();
        ListingFilter filter = ListingFilter.of(query, now);
        long total = jdbc.sql("select count(*) from market.market_listing where " + filter.sql())
                .params(filter.values())
                .query(Long.class)
                .single();
        List<Listing> items = jdbc.sql("select id, name, type, stack, price, price_each, last_seen, created_at"
                        + " from market.market_listing where " + filter.sql() + order(query.sort())
                        + " limit :limit offset :offset")
                .params(filter.values())
                .param("limit", query.limit())
                .param("offset", query.offset())
                .query((row, number) -> listing(row, now))
                .list();
        return new ListingPage(items, items.size(), total);
    }

    private static String order(ListingSort sort) {
        String collation = sort.column() == ListingSort.Column.NAME ? " collate \"C\"" : "";
        return " order by " + sort.column().text() + collation + (sort.descending() ? " desc" : "") + ", id";
    }

    private static Listing listing(ResultSet row, long now) throws SQLException {
        long lastSeen = row.getLong("last_seen");
        long createdAt = row.getLong("created_at");
        return new Listing(
                row.getString("id"),
                row.getString("name"),
                row.getString("type"),
                row.getInt("stack"),
                row.getLong("price"),
                row.getDouble("price_each"),
                lastSeen,
                createdAt,
                createdAt + Shelf.LIFETIME,
                Shelf.expired(createdAt, lastSeen, now));
    }
}
