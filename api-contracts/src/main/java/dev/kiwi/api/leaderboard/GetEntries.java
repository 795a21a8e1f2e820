package dev.kiwi.api.leaderboard;

import dev.kiwi.api.kernel.TableRows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a board at an anchor, with the change since the last capture of an earlier trove-day (10.2).
 *
 * @param cursor of the page before, in place of anchor and offset: refused with 409 when its capture was replaced, with
 *     400 when it is none of this board; null for none
 */
public record GetEntries(
        int uuid,
        long anchor,
        int limit,
        int offset,
        @Nullable String cursor) {

    public GetEntries(int uuid, long anchor, int limit, int offset) {
        this(uuid, anchor, limit, offset, null);
    }

    /**
     * One page.
     *
     * @param total entries of the board at that anchor
     * @param nextCursor null on the last page
     */
    public record EntryPage(
            int uuid,
            long createdAt,
            List<Entry> items,
            int count,
            int total,
            Comparison comparison,
            @Nullable String nextCursor)
            implements TableRows<Entry> {
        @Override
        public List<Entry> rows() {
            return items;
        }

        @Override
        public Class<Entry> rowType() {
            return Entry.class;
        }
    }

    /**
     * @param score a whole number where it is one
     * @param rankDelta positive = climbed
     */
    public record Entry(
            int rank,
            String playerName,
            Number score,
            @Nullable Integer prevRank,
            @Nullable Number prevScore,
            @Nullable Integer rankDelta,
            @Nullable Number scoreDelta,
            boolean isNew) {

        public static Entry plain(int rank, String playerName, double score, boolean isNew) {
            return new Entry(rank, playerName, Score.number(score), null, null, null, null, isNew);
        }

        public static Entry compared(int rank, String playerName, double score, int prevRank, double prevScore) {
            return new Entry(
                    rank,
                    playerName,
                    Score.number(score),
                    prevRank,
                    Score.number(prevScore),
                    prevRank - rank,
                    Score.number(score - prevScore),
                    false);
        }
    }

    /** @param reason {@code ok}, {@code no_prior_snapshot} or {@code crossed_reset} */
    public record Comparison(boolean comparable, @Nullable Long prevAnchor, String reason) {}
}
