package dev.kiwi.projection.leaderboard.packed;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the 64 players of a bucket stand at one anchor: for each board that lists one of them, their positions,
 * ascending. About 17 bits an entry.
 */
public final class PlayerIndex {
    /** Players of a bucket have consecutive ids. */
    public static final int BUCKET = 64;

    private static final int SLOT_BITS = 6;
    private static final int FORMAT = 1;

    private PlayerIndex() {}

    /** @param position row of the board's {@link BoardBody} */
    public record Place(int board, int position) {}

    public static int bucket(int player) {
        return player >>> SLOT_BITS;
    }

    /** The player's bit in the mask of those present. */
    public static long bit(int player) {
        return 1L << (player & BUCKET - 1);
    }

    /**
     * Packs one bucket.
     *
     * @param boards uuid of each place, ascending
     * @param positions ascending within a board
     * @param slots the player's id modulo 64
     */
    static byte[] encode(int[] boards, int[] positions, byte[] slots, int from, int to) {
        BitWriter out = new BitWriter();
        out.bits(FORMAT, 8);
        long[] steps = new long[to - from];
        int last = 0;
        for (int start = from; start < to; ) {
            int end = start;
            while (end < to && boards[end] == boards[start]) {
                steps[end - start] = end == start ? positions[end] : (long) positions[end] - positions[end - 1];
                end++;
            }
            out.varint(end - start);
            out.varint((long) boards[start] - last);
            last = boards[start];
            Rice.write(out, steps, end - start);
            for (int i = start; i < end; i++) {
                out.bits(slots[i], SLOT_BITS);
            }
            start = end;
        }
        out.varint(0);
        return out.take();
    }

    /** Places of one player, by board, then position. */
    public static List<Place> places(byte[] body, int player) {
        BitReader in = new BitReader(body, 0);
        if (in.bits(8) != FORMAT) {
            throw new IllegalArgumentException("player index of unknown format " + body[0]);
        }
        int slot = player & BUCKET - 1;
        List<Place> places = new ArrayList<>();
        long[] steps = new long[BUCKET];
        int board = 0;
        for (int count = (int) in.varint(); count > 0; count = (int) in.varint()) {
            board += (int) in.varint();
            steps = steps.length < count ? new long[count] : steps;
            Rice.read(in, steps, count);
            long position = 0;
            for (int i = 0; i < count; i++) {
                position += steps[i];
                if (in.bits(SLOT_BITS) == slot) {
                    places.add(new Place(board, (int) position));
                }
            }
        }
        return places;
    }
}
