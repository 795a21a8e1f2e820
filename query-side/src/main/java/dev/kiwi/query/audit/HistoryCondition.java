package dev.kiwi.query.audit;

import dev.kiwi.api.audit.HistoryFilter;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A filter as SQL: only the conditions that are asked for, so that each search finds its index. */
record HistoryCondition(String sql, Map<String, Object> parameters) {

    static HistoryCondition of(HistoryFilter filter) {
        List<String> parts = new ArrayList<>(List.of("true"));
        Map<String, Object> parameters = new LinkedHashMap<>();
        add(parts, parameters, "context = :context", "context", filter.context());
        add(parts, parameters, "type = :type", "type", filter.type());
        add(parts, parameters, "entity = :entity", "entity", filter.entity());
        addActor(parts, parameters, filter.actor());
        add(parts, parameters, "at >= :from", "from", time(filter.from()));
        add(parts, parameters, "at < :to", "to", time(filter.to()));
        add(parts, parameters, "position > :after", "after", filter.afterPosition());
        add(parts, parameters, "position < :before", "before", filter.beforePosition());
        return new HistoryCondition(String.join(" and ", parts), parameters);
    }

    private static void addActor(List<String> parts, Map<String, Object> parameters, @Nullable String actor) {
        if (actor == null) {
            return;
        }
        int colon = actor.indexOf(':');
        add(parts, parameters, "actor_id = :actor", "actor", actor.substring(colon + 1));
        add(parts, parameters, "actor_kind = :kind", "kind", colon < 0 ? null : actor.substring(0, colon));
    }

    private static void add(
            List<String> parts, Map<String, Object> parameters, String part, String name, @Nullable Object value) {
        if (value != null) {
            parts.add(part);
            parameters.put(name, value);
        }
    }

    private static @Nullable Timestamp time(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
