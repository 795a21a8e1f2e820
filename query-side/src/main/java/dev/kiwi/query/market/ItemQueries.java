package dev.kiwi.query.market;

import dev.kiwi.api.kernel.Decimals;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.market.BundledItems;
import dev.kiwi.api.market.GetInterestItems;
import dev.kiwi.api.market.GetInterestItems.InterestItem;
import dev.kiwi.api.market.GetInterestItems.InterestItems;
import dev.kiwi.api.market.GetItemNames;
import dev.kiwi.api.market.GetItemNames.ItemNames;
import dev.kiwi.api.market.GetItemSummary;
import dev.kiwi.api.market.GetItemSummary.ItemSummary;
import dev.kiwi.query.dispatch.QueryComponent;
import java.time.Clock;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

@QueryComponent
class ItemQueries {
    private static final int DECIMALS = 3;

    private final JdbcClient jdbc;
    private final Clock clock;

    ItemQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @QueryHandler
    ItemNames handle(GetItemNames query) {
        List<String> names = jdbc.sql("select name from market.market_item order by name")
                .query((row, number) -> row.getString(1))
                .list();
        return new ItemNames(names, names.size());
    }

    @QueryHandler
    ItemSummary handle(GetItemSummary query) {
        long now = clock.instant().getEpochSecond();
        return jdbc.sql("""
                        select count(*), sum(price), sum(stack), min(price_each), max(price_each), avg(price_each),
                            percentile_cont(0.5) within group (order by price_each)
                        from market.market_listing
                        where name = ? and last_seen >= ? and created_at >= ? having count(*) > 0""")
                .params(query.name(), now - Shelf.STALE, now - Shelf.LIFETIME)
                .query((row, number) -> new ItemSummary(
                        query.name(),
                        row.getInt(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getDouble(4),
                        row.getDouble(5),
                        Decimals.round(row.getDouble(6), DECIMALS),
                        row.getDouble(7)))
                .optional()
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "Nothing of that name is on offer."));
    }

    @QueryHandler
    InterestItems handle(GetInterestItems query) {
        List<InterestItem> items = jdbc.sql("select name, added_by, added_at from market.interest_item order by name")
                .query((row, number) -> new InterestItem(
                        row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()))
                .list();
        List<InterestItem> inForce = items.isEmpty() ? bundled() : items;
        return new InterestItems(inForce, inForce.size());
    }

    // Without it an empty list would drop every listing.
    private static List<InterestItem> bundled() {
        return BundledItems.names().stream()
                .map(name -> new InterestItem(name, null, BundledItems.AT))
                .toList();
    }
}
