package dev.kiwi.query.usage;

import dev.kiwi.api.usage.UsageFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A filter as SQL: only the conditions that are asked for, so that each finds its index. */
record UsageCondition(String sql, Map<String, Object> parameters) {

    static UsageCondition of(UsageFilter filter) {
        List<String> parts = new ArrayList<>(List.of("true"));
        Map<String, Object> parameters = new LinkedHashMap<>();
        add(parts, parameters, "user_id = :user", "user", filter.userId());
        add(parts, parameters, "token_id = :token", "token", filter.tokenId());
        add(parts, parameters, "status_code = :status", "status", filter.statusCode());
        return new UsageCondition(String.join(" and ", parts), parameters);
    }

    private static void add(
            List<String> parts, Map<String, Object> parameters, String part, String name, @Nullable Object value) {
        if (value != null) {
            parts.add(part);
            parameters.put(name, value);
        }
    }
}
