package dev.kiwi.projection.leaderboard.packed;

import dev.kiwi.api.formats.leaderbot.ParsedBoard;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The rows of a board by rank, equal ranks by player, as columns. */
public final class BoardRows {
    private final int[] players;
    private final int[] ranks;
    private final double[] scores;

    private BoardRows(int[] players, int[] ranks, double[] scores) {
        this.players = players;
        this.ranks = ranks;
        this.scores = scores;
    }

    /** @param ids player id of each of the capture's names */
    public static BoardRows of(ParsedBoard board, int[] ids) {
        int size = board.size();
        int[] players = new int[size];
        int[] ranks = new int[size];
        double[] scores = new double[size];
        boolean sorted = true;
        for (int i = 0; i < size; i++) {
            players[i] = ids[board.player(i)];
            ranks[i] = board.rank(i);
            scores[i] = board.score(i);
            sorted &= i == 0 || ranks[i - 1] < ranks[i] || ranks[i - 1] == ranks[i] && players[i - 1] <= players[i];
        }
        BoardRows rows = new BoardRows(players, ranks, scores);
        return sorted ? rows : rows.sorted();
    }

    /** Columns that are in order already; kept, not copied. */
    static BoardRows ofSorted(int[] players, int[] ranks, double[] scores) {
        return new BoardRows(players, ranks, scores);
    }

    private BoardRows sorted() {
        // Stable, so that a player listed twice on one rank keeps the dump's order.
        int[] order = IntStream.range(0, size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> ranks[i]).thenComparingInt(i -> players[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new BoardRows(
                Arrays.stream(order).map(i -> players[i]).toArray(),
                Arrays.stream(order).map(i -> ranks[i]).toArray(),
                Arrays.stream(order).mapToDouble(i -> scores[i]).toArray());
    }

    public int size() {
        return players.length;
    }

    public int player(int position) {
        return players[position];
    }

    public int rank(int position) {
        return ranks[position];
    }

    public double score(int position) {
        return scores[position];
    }

    /** Which way is up, told by the first row of rank 1; higher when the board does not say (leaderboards.md 16.1). */
    public boolean higherIsBetter() {
        int first = 0;
        while (first < size() && ranks[first] != 1) {
            first++;
        }
        double best = scores[first == size() ? 0 : first];
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            least = Math.min(least, score);
            most = Math.max(most, score);
        }
        return best == most || best != least;
    }
}
