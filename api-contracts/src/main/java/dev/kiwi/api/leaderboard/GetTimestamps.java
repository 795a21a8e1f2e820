package dev.kiwi.api.leaderboard;

import dev.kiwi.api.kernel.TableRows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest anchors that hold entries.
 *
 * @param before only those before this anchor; null for no bound
 */
public record GetTimestamps(int limit, @Nullable Long before) {
    public GetTimestamps(int limit) {
        this(limit, null);
    }

    /** @param items anchors, newest first */
    public record Timestamps(List<Long> items, int count) implements TableRows<Captured> {
        @Override
        public List<Captured> rows() {
            return items.stream().map(Captured::new).toList();
        }

        @Override
        public Class<Captured> rowType() {
            return Captured.class;
        }
    }

    /** A row of the table that the list is as CSV. @param createdAt the anchor */
    public record Captured(long createdAt) {}
}
