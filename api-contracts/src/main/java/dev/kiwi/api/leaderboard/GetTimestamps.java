package dev.kiwi.api.leaderboard;

import dev.kiwi.api.kernel.TableRows;
import java.util.List;

/** The newest anchors that hold entries. */
public record GetTimestamps(int limit) {
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
