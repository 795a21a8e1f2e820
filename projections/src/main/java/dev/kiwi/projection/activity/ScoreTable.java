package dev.kiwi.projection.activity;

import dev.kiwi.api.formats.leaderbot.ParsedBoard;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Scores of one board by player; filled again for the next without being emptied. Of a player who is listed twice the
 * first listing counts.
 */
final class ScoreTable {
    private double[] scores = new double[1 << 12];
    /** Which filling a player's score is of. */
    private int[] fillings = new int[1 << 12];

    private int filling;

    /** @param board null for one without rows */
    ScoreTable fill(Standings standings, @Nullable ParsedBoard board) {
        filling++;
        if (board != null) {
            for (int row = 0; row < board.size(); row++) {
                put(standings.player(board, row), board.score(row));
            }
        }
        return this;
    }

    /** Begins a table that {@link #put} fills. */
    void clear() {
        filling++;
    }

    /** False when the player has a score already. */
    boolean put(int player, double score) {
        if (player >= scores.length) {
            int room = Math.max(player + 1, scores.length * 2);
            scores = Arrays.copyOf(scores, room);
            fillings = Arrays.copyOf(fillings, room);
        }
        boolean first = fillings[player] != filling;
        if (first) {
            fillings[player] = filling;
            scores[player] = score;
        }
        return first;
    }

    boolean has(int player) {
        return player < fillings.length && fillings[player] == filling;
    }

    /** 0 for a player without one. */
    double of(int player) {
        return has(player) ? scores[player] : 0;
    }
}
