package dev.kiwi.query.audit;

import dev.kiwi.api.audit.AddressFingerprints;
import dev.kiwi.api.audit.HistoryDetail;
import dev.kiwi.api.audit.HistoryItem;
import dev.kiwi.api.audit.HistoryPage;
import dev.kiwi.api.audit.ReadHistory;
import dev.kiwi.api.audit.SearchHistory;
import dev.kiwi.api.audit.SearchTimeline;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.query.audit.StoredEvents.StoredEvent;
import dev.kiwi.query.dispatch.QueryComponent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds events by the index of the read model and reads their contents back from the event store. */
@QueryComponent
final class HistoryQueries {
    private static final int LONGEST_CHAIN = 100;

    private final HistoryTable history;
    private final TimelineTable timelines;
    private final StoredEvents events;

    HistoryQueries(DataSource dataSource, StoredEvents events, AddressFingerprints fingerprints) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        this.history = new HistoryTable(jdbc);
        this.timelines = new TimelineTable(jdbc, fingerprints);
        this.events = events;
    }

    @QueryHandler
    HistoryPage search(SearchHistory query) {
        // One more than asked for tells whether there is more.
        return page(history.search(query.filter(), query.limit() + 1), query.limit());
    }

    @QueryHandler
    HistoryPage search(SearchTimeline query) {
        long before = query.beforePosition() == null ? Long.MAX_VALUE : query.beforePosition();
        return page(timelines.search(query.whose(), before, query.limit() + 1), query.limit());
    }

    private HistoryPage page(List<HistoryRow> rows, int limit) {
        boolean hasMore = rows.size() > limit;
        return new HistoryPage(items(hasMore ? rows.subList(0, limit) : rows), hasMore);
    }

    @QueryHandler
    HistoryDetail read(ReadHistory query) {
        HistoryRow row = history.find(query.position())
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no event at this position."));
        return new HistoryDetail(
                items(List.of(row)).getFirst(),
                items(history.causes(row, LONGEST_CHAIN)),
                items(history.related(row, LONGEST_CHAIN)));
    }

    private List<HistoryItem> items(List<HistoryRow> rows) {
        Map<Long, StoredEvent> stored =
                events.at(rows.stream().map(HistoryRow::position).toList());
        return rows.stream().map(row -> item(row, stored)).toList();
    }

    private static HistoryItem item(HistoryRow row, Map<Long, StoredEvent> stored) {
        StoredEvent event = Objects.requireNonNull(
                stored.get(row.position()), () -> "the event store has nothing at position " + row.position());
        return row.with(event);
    }
}
