package dev.kiwi.projection.leaderboard.packed;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * One board at one anchor, packed. A row is found by its position (from 0) without decoding more than its block.
 *
 * <p>Format 1: the number of the format, rows, bits of an id, scale of the scores, whether ranks are 1 to n; then the
 * size of each block; then the blocks.
 */
public final class BoardBody {
    private static final int FORMAT = 1;

    private final byte[] bytes;
    private final int size;
    private final int[] offsets;
    private final Shape shape;

    private BoardBody(byte[] bytes, int size, int[] offsets, Shape shape) {
        this.bytes = bytes;
        this.size = size;
        this.offsets = offsets;
        this.shape = shape;
    }

    private record Shape(int idBits, boolean impliedRanks, int scale) {
        BlockCodec codec() {
            return new BlockCodec(idBits, impliedRanks, scale);
        }
    }

    /** One row. */
    public record Row(int position, int player, int rank, double score) {}

    public static byte[] encode(BoardRows rows) {
        int largest = 0;
        boolean implied = true;
        for (int i = 0; i < rows.size(); i++) {
            largest = Math.max(largest, rows.player(i));
            implied &= rows.rank(i) == i + 1;
        }
        int idBits = 32 - Integer.numberOfLeadingZeros(largest);
        int scale = ScoreScale.of(rows);
        BitWriter out = new BitWriter();
        out.bits(FORMAT, 8);
        out.varint(rows.size());
        out.bits(idBits, 8);
        out.bits(scale, 4);
        out.bits(implied ? 1 : 0, 4);
        BlockCodec codec = new BlockCodec(idBits, implied, scale);
        List<byte[]> blocks = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += BlockCodec.ROWS) {
            byte[] block = codec.encode(rows, from, Math.min(rows.size(), from + BlockCodec.ROWS));
            out.varint(block.length);
            blocks.add(block);
        }
        blocks.forEach(out::append);
        return out.take();
    }

    /** Reads the head; the blocks are decoded when asked for. Keeps the array. */
    public static BoardBody of(byte[] bytes) {
        BitReader in = new BitReader(bytes, 0);
        if (in.bits(8) != FORMAT) {
            throw new IllegalArgumentException("board body of unknown format " + bytes[0]);
        }
        int size = (int) in.varint();
        int idBits = (int) in.bits(8);
        int scale = (int) in.bits(4);
        boolean implied = in.bits(4) == 1;
        int[] offsets = new int[(size + BlockCodec.ROWS - 1) / BlockCodec.ROWS + 1];
        for (int i = 1; i < offsets.length; i++) {
            offsets[i] = offsets[i - 1] + (int) in.varint();
        }
        int blocks = in.byteOffset();
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] += blocks;
        }
        return new BoardBody(bytes, size, offsets, new Shape(idBits, implied, scale));
    }

    public int size() {
        return size;
    }

    /** Bytes held. */
    public int weight() {
        return bytes.length + offsets.length * 4 + 64;
    }

    /** Rows at positions {@code [from, to)}; less when the board is shorter. */
    public List<Row> rows(int from, int to) {
        List<Row> rows = new ArrayList<>();
        BlockCodec codec = shape.codec();
        BlockCodec.Block block = new BlockCodec.Block();
        int end = Math.min(to, size);
        for (int at = from; at < end; at = (at / BlockCodec.ROWS + 1) * BlockCodec.ROWS) {
            int first = at / BlockCodec.ROWS * BlockCodec.ROWS;
            decode(codec, first, block);
            for (int i = at; i < Math.min(end, first + BlockCodec.ROWS); i++) {
                rows.add(row(block, first, i));
            }
        }
        return rows;
    }

    /** The first row of each of the players that stand here. */
    public List<Row> find(BitSet players) {
        List<Row> rows = new ArrayList<>();
        BitSet left = (BitSet) players.clone();
        BlockCodec codec = shape.codec();
        BlockCodec.Block block = new BlockCodec.Block();
        int[] ids = new int[BlockCodec.ROWS];
        for (int first = 0; first < size && !left.isEmpty(); first += BlockCodec.ROWS) {
            int count = count(first);
            codec.decodeIds(bytes, offsets[first / BlockCodec.ROWS], count, ids);
            boolean decoded = false;
            for (int i = 0; i < count; i++) {
                if (left.get(ids[i])) {
                    if (!decoded) {
                        decode(codec, first, block);
                        decoded = true;
                    }
                    left.clear(ids[i]);
                    rows.add(row(block, first, first + i));
                }
            }
        }
        return rows;
    }

    private static Row row(BlockCodec.Block block, int first, int position) {
        int i = position - first;
        return new Row(position, block.players[i], block.ranks[i], block.scores[i]);
    }

    private void decode(BlockCodec codec, int first, BlockCodec.Block block) {
        codec.decode(bytes, offsets[first / BlockCodec.ROWS], count(first), first, block);
    }

    private int count(int first) {
        return Math.min(BlockCodec.ROWS, size - first);
    }
}
