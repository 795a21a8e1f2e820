package dev.kiwi.api.leaderboard;

import dev.kiwi.api.kernel.TableRows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A player's entries, newest capture first, then by board.
 *
 * @param name as asked; blanks around it and case do not count
 * @param uuid only this board
 * @param cursor of the page before; null for the first page
 */
public record GetPlayerHistory(
        String name,
        @Nullable Integer uuid,
        int limit,
        @Nullable String cursor) {

    public GetPlayerHistory(String name, @Nullable Integer uuid, int limit) {
        this(name, uuid, limit, null);
    }
    /** @param nextCursor null on the last page */
    public record History(
            String playerName,
            List<Placing> items,
            int count,
            @Nullable String nextCursor) implements TableRows<Placing> {
        @Override
        public List<Placing> rows() {
            return items;
        }

        @Override
        public Class<Placing> rowType() {
            return Placing.class;
        }
    }

    /** An entry with its board and anchor; the deltas are always null here. */
    public record Placing(
            int rank,
            String playerName,
            Number score,
            @Nullable Integer prevRank,
            @Nullable Number prevScore,
            @Nullable Integer rankDelta,
            @Nullable Number scoreDelta,
            boolean isNew,
            int leaderboard,
            long createdAt) {

        public static Placing of(int rank, String playerName, double score, int leaderboard, long createdAt) {
            return new Placing(
                    rank, playerName, Score.number(score), null, null, null, null, false, leaderboard, createdAt);
        }
    }
}
