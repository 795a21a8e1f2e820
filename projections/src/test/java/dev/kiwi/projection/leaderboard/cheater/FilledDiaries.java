package dev.kiwi.projection.leaderboard.cheater;

import java.util.List;
import java.util.stream.IntStream;

/** Diaries for the calculators: who gained in which slots of a week. */
final class FilledDiaries {
    private FilledDiaries() {}

    /** All on the board at place 0; player n has the hours at n. */
    static Diaries of(int anchors, int[]... hours) {
        Diaries diaries = new Diaries();
        note(diaries, 0, anchors, IntStream.range(0, hours.length).toArray(), List.of(hours));
        return diaries;
    }

    /** Players who are candidates of one board more. @param hours by their place among them */
    static void note(Diaries diaries, int place, int anchors, int[] players, List<int[]> hours) {
        double[][] gained = new double[anchors][players.length];
        for (int c = 0; c < players.length; c++) {
            for (int slot : hours.get(c)) {
                gained[slot][c] = 10;
            }
        }
        for (int slot = 1; slot < anchors; slot++) {
            for (int c = 0; c < players.length; c++) {
                gained[slot][c] += gained[slot - 1][c];
            }
        }
        diaries.note(place, players, new Gains(Boards.MOVEMENT, gained, players.length), anchors);
    }

    /** Both included. */
    static int[] slots(int first, int last) {
        return IntStream.rangeClosed(first, last).toArray();
    }
}
