package dev.kiwi.query.audit;

import dev.kiwi.api.audit.HistoryFilter;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Statements over {@code audit.history}. */
final class HistoryTable {
    static final String SELECT = """
            select position, event_id, at, context, type, revision, entity, actor_kind, actor_id, request_id,
                correlation_id, causation_id
            from audit.history
            """;

    private final JdbcClient jdbc;

    HistoryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    List<HistoryRow> search(HistoryFilter filter, int limit) {
        HistoryCondition condition = HistoryCondition.of(filter);
        return jdbc.sql(SELECT + " where " + condition.sql() + " order by position desc limit :limit")
                .params(condition.parameters())
                .param("limit", limit)
                .query((row, n) -> HistoryRow.of(row))
                .list();
    }

    Optional<HistoryRow> find(long position) {
        return jdbc.sql(SELECT + " where position = :position")
                .param("position", position)
                .query((row, n) -> HistoryRow.of(row))
                .optional();
    }

    /** The direct cause first. A cause lies before its effect, so the walk ends. */
    List<HistoryRow> causes(HistoryRow effect, int limit) {
        if (effect.causationId() == null) {
            return List.of();
        }
        return jdbc.sql("""
                        with recursive chain as (
                            select h.*, 1 as depth from audit.history h
                            where h.event_id = :cause and h.position < :position
                            union all
                            select h.*, chain.depth + 1 from audit.history h
                            join chain on h.event_id = chain.causation_id and h.position < chain.position
                            where chain.depth < :limit
                        )
                        select * from chain order by depth""")
                .param("cause", effect.causationId())
                .param("position", effect.position())
                .param("limit", limit)
                .query((row, n) -> HistoryRow.of(row))
                .list();
    }

    /** Other events of the same correlation, in order of position. */
    List<HistoryRow> related(HistoryRow row, int limit) {
        if (row.correlationId() == null) {
            return List.of();
        }
        return jdbc.sql(SELECT + """
                         where correlation_id = :correlation and position <> :position
                         order by position limit :limit""")
                .param("correlation", row.correlationId())
                .param("position", row.position())
                .param("limit", limit)
                .query((found, n) -> HistoryRow.of(found))
                .list();
    }
}
