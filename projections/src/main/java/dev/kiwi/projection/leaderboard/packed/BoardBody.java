package dev.kiwi.projection.leaderboard.packed;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** Bytes that hold the head of a board of 50,000 rows. */
    public static final int HEAD = 384;

    /**
     * Reads the head alone, for {@link #span} and {@link #rowIn}.
     *
     * @param head the first bytes of the body; null comes back when the head is longer
     */
    public static @Nullable BoardBody ofHead(byte[] head) {
        BoardBody board = of(head);
        return board.offsets[0] > head.length ? null : board;
    }

    /** The bytes of one block, from 0. */
    public record Span(int from, int length) {}

    public Span span(int position) {
        int block = position / BlockCodec.ROWS;
        return new Span(offsets[block], offsets[block + 1] - offsets[block]);
    }

    /** @param block the bytes of the position's {@link #span} */
    public Row rowIn(byte[] block, int position) {
        int first = position / BlockCodec.ROWS * BlockCodec.ROWS;
        BlockCodec.Block rows = new BlockCodec.Block();
        shape.codec().decode(block, 0, count(first), first, rows);
        return row(rows, first, position);
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

    /** All rows as columns. */
    public BoardRows columns() {
        int[] players = new int[size];
        int[] ranks = new int[size];
        double[] scores = new double[size];
        BlockCodec codec = shape.codec();
        BlockCodec.Block block = new BlockCodec.Block();
        for (int first = 0; first < size; first += BlockCodec.ROWS) {
            decode(codec, first, block);
            System.arraycopy(block.players, 0, players, first, count(first));
            System.arraycopy(block.ranks, 0, ranks, first, count(first));
            System.arraycopy(block.scores, 0, scores, first, count(first));
        }
        return BoardRows.ofSorted(players, ranks, scores);
    }

    /**
     * The score of the first row of each wanted player who stands here.
     *
     * @param places by player: where to put the score, or less than 0; players beyond its end are not wanted
     * @param scores takes them; what is found must be not a number before
     * @param wanted how many players are
     */
    public void scores(int[] places, double[] scores, int wanted) {
        int left = wanted;
        BlockCodec codec = shape.codec();
        BlockCodec.Block block = new BlockCodec.Block();
        int[] ids = new int[BlockCodec.ROWS];
        for (int first = 0; first < size && left > 0; first += BlockCodec.ROWS) {
            int count = count(first);
            codec.decodeIds(bytes, offsets[first / BlockCodec.ROWS], count, ids);
            boolean decoded = false;
            for (int i = 0; i < count; i++) {
                int place = ids[i] < places.length ? places[ids[i]] : -1;
                if (place >= 0 && Double.isNaN(scores[place])) {
                    if (!decoded) {
                        decode(codec, first, block);
                        decoded = true;
                    }
                    scores[place] = block.scores[i];
                    left--;
                }
            }
        }
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
