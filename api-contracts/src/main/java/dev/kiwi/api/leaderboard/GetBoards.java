package dev.kiwi.api.leaderboard;

import dev.kiwi.api.kernel.TableRows;
import java.util.List;

/** The boards with at least one entry at an anchor, by category, then name, in byte order. */
public record GetBoards(long anchor) {
    public record BoardList(long createdAt, List<BoardInfo> items, int count) implements TableRows<BoardInfo> {
        @Override
        public List<BoardInfo> rows() {
            return items;
        }

        @Override
        public Class<BoardInfo> rowType() {
            return BoardInfo.class;
        }
    }
}
