package dev.kiwi.projection.leaderboard.packed;

import org.jspecify.annotations.Nullable;

/** {@link TotalRows} of the 64 players of a bucket, packed; by board, then player. About 20 bytes a row. */
public final class PlayerTotals {
    private static final int FORMAT = 1;
    private static final int SLOT_BITS = 6;

    private PlayerTotals() {}

    public static byte[] encode(TotalRows rows) {
        BitWriter out = new BitWriter();
        out.bits(FORMAT, 8);
        out.varint(rows.size());
        int board = 0;
        for (int i = 0; i < rows.size(); i++) {
            TotalRows.Total row = rows.row(i);
            out.varint((long) row.board() - board);
            board = row.board();
            out.bits(row.player() & PlayerIndex.BUCKET - 1, SLOT_BITS);
            out.varint(row.bestRank());
            out.varint(row.appearances());
            out.varint(row.firstSeen() / 60);
            out.varint((row.lastSeen() - row.firstSeen()) / 60);
            out.varint(row.latestRank());
            out.raw64(Double.doubleToLongBits(row.latestScore()));
        }
        return out.take();
    }

    public static TotalRows decode(byte[] body, int bucket) {
        BitReader in = new BitReader(body, 0);
        if (in.bits(8) != FORMAT) {
            throw new IllegalArgumentException("player totals of unknown format " + body[0]);
        }
        TotalRows rows = new TotalRows();
        int board = 0;
        for (long count = in.varint(); count > 0; count--) {
            board += (int) in.varint();
            int player = bucket * PlayerIndex.BUCKET + (int) in.bits(SLOT_BITS);
            int best = (int) in.varint();
            int appeared = (int) in.varint();
            long first = in.varint() * 60;
            long last = first + in.varint() * 60;
            rows.add(
                    player, board, best, appeared, first, last, (int) in.varint(), Double.longBitsToDouble(in.raw64()));
        }
        return rows;
    }

    /** Both are by board, then player, and made of different captures. */
    public static TotalRows merge(TotalRows a, TotalRows b) {
        TotalRows merged = new TotalRows();
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            int order = i == a.size() ? 1 : j == b.size() ? -1 : compare(a, i, b, j);
            if (order < 0) {
                merged.addFrom(a, i++);
            } else if (order > 0) {
                merged.addFrom(b, j++);
            } else {
                merged.addMerged(a, i++, b, j++);
            }
        }
        return merged;
    }

    private static int compare(TotalRows a, int i, TotalRows b, int j) {
        int byBoard = Integer.compare(a.board(i), b.board(j));
        return byBoard != 0 ? byBoard : Integer.compare(a.player(i), b.player(j));
    }

    /** The rows of each bucket, as {@link #encode} wants them; the rows have to be by board, then player. */
    public static @Nullable TotalRows[] byBucket(TotalRows rows) {
        int largest = 0;
        for (int i = 0; i < rows.size(); i++) {
            largest = Math.max(largest, rows.player(i));
        }
        @Nullable TotalRows[] buckets = new @Nullable TotalRows[PlayerIndex.bucket(largest) + 1];
        for (int i = 0; i < rows.size(); i++) {
            int bucket = PlayerIndex.bucket(rows.player(i));
            TotalRows own = buckets[bucket];
            if (own == null) {
                own = new TotalRows();
                buckets[bucket] = own;
            }
            own.addFrom(rows, i);
        }
        return buckets;
    }
}
