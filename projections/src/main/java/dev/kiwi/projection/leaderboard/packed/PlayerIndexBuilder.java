package dev.kiwi.projection.leaderboard.packed;

import java.util.ArrayList;
import java.util.List;

/** Turns the boards of a capture around: from rows by board to rows by bucket of players. */
public final class PlayerIndexBuilder {
    private record Listed(int uuid, BoardRows rows) {}

    private final List<Listed> boards = new ArrayList<>();
    private int largest;

    /** Boards come by ascending uuid. */
    public void add(int uuid, BoardRows rows) {
        boards.add(new Listed(uuid, rows));
        for (int i = 0; i < rows.size(); i++) {
            largest = Math.max(largest, rows.player(i));
        }
    }

    /** @param present bit n for the player {@code bucket * 64 + n} */
    public record Bucket(int bucket, long present, byte[] body) {}

    /** Buckets that hold anybody, ascending. */
    public List<Bucket> build() {
        int[] starts = starts();
        int total = starts[starts.length - 1];
        int[] uuids = new int[total];
        int[] positions = new int[total];
        byte[] slots = new byte[total];
        long[] present = new long[starts.length - 1];
        int[] next = starts.clone();
        for (Listed board : boards) {
            for (int i = 0; i < board.rows.size(); i++) {
                int player = board.rows.player(i);
                int bucket = PlayerIndex.bucket(player);
                int at = next[bucket]++;
                uuids[at] = board.uuid;
                positions[at] = i;
                slots[at] = (byte) (player & PlayerIndex.BUCKET - 1);
                present[bucket] |= PlayerIndex.bit(player);
            }
        }
        List<Bucket> buckets = new ArrayList<>();
        for (int b = 0; b < present.length; b++) {
            if (present[b] != 0) {
                byte[] body = PlayerIndex.encode(uuids, positions, slots, starts[b], starts[b + 1]);
                buckets.add(new Bucket(b, present[b], body));
            }
        }
        return buckets;
    }

    private int[] starts() {
        int[] starts = new int[PlayerIndex.bucket(largest) + 2];
        for (Listed board : boards) {
            for (int i = 0; i < board.rows.size(); i++) {
                starts[PlayerIndex.bucket(board.rows.player(i)) + 1]++;
            }
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        return starts;
    }
}
