package dev.kiwi.projection.leaderboard.cheater;

import java.util.Arrays;

/** Levenshtein, as far as a limit. */
final class EditDistance {
    private EditDistance() {}

    static boolean isWithin(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return false;
        }
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            int least = row[0];
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
                least = Math.min(least, row[j]);
            }
            if (least > limit) {
                return false;
            }
        }
        return row[b.length()] <= limit;
    }
}
