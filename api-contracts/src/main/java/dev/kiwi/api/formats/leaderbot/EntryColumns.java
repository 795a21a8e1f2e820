package dev.kiwi.api.formats.leaderbot;

import java.util.Arrays;

/** Collects the triples of one board as columns; reused from board to board. */
final class EntryColumns {
    private final NameTable names;
    private int[] players = new int[1024];
    private int[] ranks = new int[1024];
    private double[] scores = new double[1024];
    private int size;

    EntryColumns(NameTable names) {
        this.names = names;
    }

    /** Reads one chunk between bars; a chunk that is not a triple is skipped (P13 to P16). */
    void read(byte[] text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && DecimalText.blank(text[start])) {
            start++;
        }
        while (end > start && DecimalText.blank(text[end - 1])) {
            end--;
        }
        long rank = 0;
        int at = start;
        while (at < end && DecimalText.digit(text[at])) {
            rank = Math.min(rank * 10 + (text[at++] - '0'), 1L << 32);
        }
        if (at == start || at == end || text[at] != ';' || rank > Integer.MAX_VALUE) {
            return;
        }
        int name = at + 1;
        int nameEnd = name;
        while (nameEnd < end && text[nameEnd] != ';') {
            nameEnd++;
        }
        if (nameEnd == name || nameEnd == end) {
            return;
        }
        // A fourth part would put a semicolon into the score, which is no number.
        double score = DecimalText.parse(text, nameEnd + 1, end);
        if (!Double.isNaN(score)) {
            add((int) rank, names.number(text, name, nameEnd), score);
        }
    }

    /** Takes what was collected and starts anew. */
    ParsedBoard take(BoardHead head) {
        ParsedBoard board = new ParsedBoard(
                head.uuid(),
                head.nameId(),
                head.categoryId(),
                head.name(),
                head.category(),
                null,
                Arrays.copyOf(players, size),
                Arrays.copyOf(ranks, size),
                Arrays.copyOf(scores, size));
        size = 0;
        return board;
    }

    private void add(int rank, int player, double score) {
        if (size == players.length) {
            players = Arrays.copyOf(players, size * 2);
            ranks = Arrays.copyOf(ranks, size * 2);
            scores = Arrays.copyOf(scores, size * 2);
        }
        players[size] = player;
        ranks[size] = rank;
        scores[size++] = score;
    }
}
