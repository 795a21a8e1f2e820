package dev.kiwi.query.market;

import dev.kiwi.api.market.GetListings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a request as SQL: only those that are given, so that the planner sees which index serves.
 *
 * @param sql never empty
 * @param values by the names of its parameters
 */
record ListingFilter(String sql, Map<String, Object> values) {
    static ListingFilter of(GetListings query, long now) {
        Conditions conditions = new Conditions();
        conditions.add("name = :name", "name", query.name());
        conditions.add("price_each >= :priceMin", "priceMin", query.priceMin());
        conditions.add("price_each <= :priceMax", "priceMax", query.priceMax());
        conditions.add("last_seen >= :seenAfter", "seenAfter", query.lastSeenAfter());
        if (query.hideExpired()) {
            conditions.add("last_seen >= :fresh", "fresh", now - Shelf.STALE);
            conditions.add("created_at >= :young", "young", now - Shelf.LIFETIME);
        }
        return conditions.filter();
    }

    private static final class Conditions {
        private final List<String> sql = new ArrayList<>(List.of("true"));
        private final Map<String, Object> values = new HashMap<>();

        void add(String condition, String parameter, @Nullable Object value) {
            if (value != null) {
                sql.add(condition);
                values.put(parameter, value);
            }
        }

        ListingFilter filter() {
            return new ListingFilter(String.join(" and ", sql), Map.copyOf(values));
        }
    }
}
