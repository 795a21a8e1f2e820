package dev.kiwi.projection.leaderboard.packed;

/** Up to 512 rows: player ids at a fixed width, then ranks unless implied, then scores as differences. */
final class BlockCodec {
    static final int ROWS = 512;

    /** How the scores of a block run; the differences are then not negative. */
    private static final int FALLING = 0;

    private static final int RISING = 1;
    private static final int MIXED = 2;

    private final int idBits;
    private final boolean impliedRanks;
    private final int scale;
    private final long[] deltas = new long[ROWS];
    private final long[] scaled = new long[ROWS];

    BlockCodec(int idBits, boolean impliedRanks, int scale) {
        this.idBits = idBits;
        this.impliedRanks = impliedRanks;
        this.scale = scale;
    }

    byte[] encode(BoardRows rows, int from, int to) {
        BitWriter out = new BitWriter();
        for (int i = from; i < to; i++) {
            out.bits(rows.player(i), idBits);
        }
        if (!impliedRanks) {
            out.varint(rows.rank(from));
            for (int i = from + 1; i < to; i++) {
                deltas[i - from - 1] = rows.rank(i) - (long) rows.rank(i - 1);
            }
            Rice.write(out, deltas, to - from - 1);
        }
        if (scale == ScoreScale.RAW) {
            for (int i = from; i < to; i++) {
                out.raw64(Double.doubleToLongBits(rows.score(i)));
            }
        } else {
            encodeScores(out, rows, from, to - from);
        }
        return out.take();
    }

    private void encodeScores(BitWriter out, BoardRows rows, int from, int count) {
        boolean falls = true;
        boolean rises = true;
        for (int i = 0; i < count; i++) {
            scaled[i] = ScoreScale.scaled(rows.score(from + i), scale);
            falls &= i == 0 || scaled[i] <= scaled[i - 1];
            rises &= i == 0 || scaled[i] >= scaled[i - 1];
        }
        int run = falls ? FALLING : rises ? RISING : MIXED;
        out.varint(zigzag(scaled[0]));
        out.bits(run, 2);
        for (int i = 1; i < count; i++) {
            long step = scaled[i] - scaled[i - 1];
            deltas[i - 1] = run == MIXED ? zigzag(step) : Math.abs(step);
        }
        Rice.write(out, deltas, count - 1);
    }

    /** Ids alone; the cheap part of a block. */
    void decodeIds(byte[] body, int offset, int count, int[] players) {
        BitReader in = new BitReader(body, offset);
        for (int i = 0; i < count; i++) {
            players[i] = (int) in.bits(idBits);
        }
    }

    /** @param firstPosition of the block's first row in the board, from 0 */
    void decode(byte[] body, int offset, int count, int firstPosition, Block into) {
        BitReader in = new BitReader(body, offset);
        for (int i = 0; i < count; i++) {
            into.players[i] = (int) in.bits(idBits);
        }
        decodeRanks(in, count, firstPosition, into);
        if (scale == ScoreScale.RAW) {
            for (int i = 0; i < count; i++) {
                into.scores[i] = Double.longBitsToDouble(in.raw64());
            }
        } else {
            decodeScores(in, count, into);
        }
    }

    private void decodeRanks(BitReader in, int count, int firstPosition, Block into) {
        long rank = impliedRanks ? firstPosition + 1 : in.varint();
        if (!impliedRanks) {
            Rice.read(in, deltas, count - 1);
        }
        for (int i = 0; i < count; i++) {
            into.ranks[i] = (int) rank;
            rank += impliedRanks || i == count - 1 ? 1 : deltas[i];
        }
    }

    private void decodeScores(BitReader in, int count, Block into) {
        long value = unzigzag(in.varint());
        int run = (int) in.bits(2);
        Rice.read(in, deltas, count - 1);
        for (int i = 0; i < count; i++) {
            into.scores[i] = ScoreScale.unscaled(value, scale);
            long delta = i == count - 1 ? 0 : deltas[i];
            value += run == FALLING ? -delta : run == RISING ? delta : unzigzag(delta);
        }
    }

    private static long zigzag(long value) {
        return value << 1 ^ value >> 63;
    }

    private static long unzigzag(long value) {
        return value >>> 1 ^ -(value & 1);
    }

    /** Decoded rows, reused from block to block. */
    static final class Block {
        final int[] players = new int[ROWS];
        final int[] ranks = new int[ROWS];
        final double[] scores = new double[ROWS];
    }
}
