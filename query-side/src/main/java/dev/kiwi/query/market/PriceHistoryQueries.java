package dev.kiwi.query.market;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.api.market.GetPriceHistory;
import dev.kiwi.api.market.GetPriceHistory.PriceDay;
import dev.kiwi.api.market.GetPriceHistory.PriceHistory;
import dev.kiwi.query.dispatch.QueryComponent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

@QueryComponent
class PriceHistoryQueries {
    private static final long DAY = 86_400;

    private final JdbcClient jdbc;
    private final Clock clock;

    PriceHistoryQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @QueryHandler
    PriceHistory handle(GetPriceHistory query) {
        long tomorrow = Math.floorDiv(clock.instant().getEpochSecond(), DAY) * DAY + DAY;
        Map<Long, List<Offer>> byDay = new TreeMap<>();
        jdbc.sql("""
                        select created_at, price_each, stack from market.market_listing
                        where name = ? and created_at >= ? and created_at < ? order by created_at, id""")
                .params(query.name(), tomorrow - query.days() * DAY, tomorrow)
                .query(row -> {
                    byDay.computeIfAbsent(Math.floorDiv(row.getLong(1), DAY) * DAY, day -> new ArrayList<>())
                            .add(new Offer(row.getDouble(2), row.getInt(3)));
                });
        if (byDay.isEmpty()) {
            requireKnown(query.name());
        }
        List<PriceDay> days = byDay.entrySet().stream()
                .map(day -> Offer.day(day.getKey(), day.getValue(), query.outliers()))
                .toList();
        return new PriceHistory(query.name(), query.days(), days, days.size());
    }

    private void requireKnown(String name) {
        if (jdbc.sql("select 1 from market.market_item where name = ?")
                .param(name)
                .query(Integer.class)
                .optional()
                .isEmpty()) {
            throw new Refusal(ErrorCode.NOT_FOUND, "There was never an item of that name.");
        }
    }
}
