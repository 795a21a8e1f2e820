package dev.kiwi.projection.leaderboard.total;

import dev.kiwi.projection.leaderboard.packed.BoardRows;
import dev.kiwi.projection.leaderboard.packed.TotalRows;
import java.util.BitSet;

/** Counts one board's captures, one after the other in any order; a column by player, used again for the next board. */
final class BoardTally {
    private final int[] best;
    private final int[] appearances;
    private final int[] latestRanks;
    private final long[] first;
    private final long[] last;
    private final double[] latestScores;
    private final BitSet listed = new BitSet();
    private final BitSet inThis = new BitSet();

    /** @param players numbers are below it */
    BoardTally(int players) {
        best = new int[players];
        appearances = new int[players];
        latestRanks = new int[players];
        first = new long[players];
        last = new long[players];
        latestScores = new double[players];
    }

    /** A player who is listed twice counts once, with the better row. */
    void count(long anchor, BoardRows rows) {
        inThis.clear();
        for (int i = 0; i < rows.size(); i++) {
            int player = rows.player(i);
            if (!inThis.get(player)) {
                inThis.set(player);
                count(player, anchor, rows.rank(i), rows.score(i));
            }
        }
    }

    private void count(int player, long anchor, int rank, double score) {
        boolean known = listed.get(player);
        listed.set(player);
        best[player] = known ? Math.min(best[player], rank) : rank;
        appearances[player] = known ? appearances[player] + 1 : 1;
        first[player] = known ? Math.min(first[player], anchor) : anchor;
        if (!known || anchor > last[player]) {
            last[player] = anchor;
            latestRanks[player] = rank;
            latestScores[player] = score;
        }
    }

    /** Adds the rows of the board, by player, and forgets them. */
    void giveTo(TotalRows rows, int board) {
        for (int player = listed.nextSetBit(0); player >= 0; player = listed.nextSetBit(player + 1)) {
            rows.add(
                    player,
                    board,
                    best[player],
                    appearances[player],
                    first[player],
                    last[player],
                    latestRanks[player],
                    latestScores[player]);
        }
        listed.clear();
    }
}
