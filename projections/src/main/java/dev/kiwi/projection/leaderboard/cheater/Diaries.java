package dev.kiwi.projection.leaderboard.cheater;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/** When each candidate gained anything on any board this week, and the boards that he is a candidate of. */
final class Diaries {
    /** Of a larger group the first ones stand for all: a common word with a number behind it has thousands. */
    private static final int MOST_COMPARED = 500;

    private final Map<Integer, Diary> byPlayer = new TreeMap<>();

    /** @param hours slots; @param boards places in the capture's list of boards */
    record Diary(BitSet hours, BitSet boards) {
        private static final Diary EMPTY = new Diary(new BitSet(), new BitSet());
    }

    /** @param place of the board in the capture's list */
    void note(int place, int[] players, Gains gains, int slots) {
        for (int c = 0; c < players.length; c++) {
            Diary diary = byPlayer.computeIfAbsent(players[c], key -> new Diary(new BitSet(), new BitSet()));
            diary.boards.set(place);
            for (int slot = 1; slot < slots; slot++) {
                if (gains.gained(c, slot)) {
                    diary.hours.set(slot);
                }
            }
        }
    }

    Map<Integer, Diary> all() {
        return byPlayer;
    }

    Diary of(int player) {
        return byPlayer.getOrDefault(player, Diary.EMPTY);
    }

    /** Mean over all pairs of what two of them have in common; 0 for a single one. */
    double hourSimilarity(int[] players) {
        return mean(Arrays.stream(players).mapToObj(player -> of(player).hours).toArray(BitSet[]::new));
    }

    double boardSimilarity(int[] players) {
        return mean(Arrays.stream(players).mapToObj(player -> of(player).boards).toArray(BitSet[]::new));
    }

    private static double mean(BitSet[] sets) {
        int compared = Math.min(MOST_COMPARED, sets.length);
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < compared; i++) {
            for (int j = i + 1; j < compared; j++) {
                sum += similarity(sets[i], sets[j]);
                pairs++;
            }
        }
        return pairs == 0 ? 0 : sum / pairs;
    }

    /** Of all that either has, the share that both have (Jaccard); 0 when neither has any. */
    static double similarity(BitSet a, BitSet b) {
        BitSet both = (BitSet) a.clone();
        both.and(b);
        int common = both.cardinality();
        int either = a.cardinality() + b.cardinality() - common;
        return either == 0 ? 0 : common / (double) either;
    }
}
