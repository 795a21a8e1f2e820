package dev.kiwi.api.formats.leaderbot;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The contest overlay of a board in one capture (facts/contest-types.csv). */
public enum Contest {
    WEEKLY("Leaderboard_Category_Contests"),
    DAILY("Leaderboard_Category_Contests_Daily");

    private final String categoryId;

    Contest(String categoryId) {
        this.categoryId = categoryId;
    }

    /** The overlay that a category id marks, compared by case; null for an ordinary line. */
    static @Nullable Contest of(String categoryId) {
        for (Contest contest : values()) {
            if (contest.categoryId.equals(categoryId)) {
                return contest;
            }
        }
        return null;
    }

    /** {@code weekly} or {@code daily}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
