package dev.kiwi.projection.leaderboard.cheater;

import java.util.Locale;

/** Text without case, for sorting boards. */
final class Lower {
    private Lower() {}

    static String of(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
