package dev.kiwi.projection.leaderboard.cheater;

import dev.kiwi.api.leaderboard.CheaterReport.ClusterBoard;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cluster as one method found it (leaderboards.md 16.6 to 16.8b), before they are compared with each other.
 *
 * @param kind {@code co_movement}, {@code schedule} or {@code name_stem}: which method it was
 * @param method as published: {@code both} for a movement whose names are alike too
 * @param players sorted by name
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Producer(
        String kind,
        String method,
        String stem,
        String label,
        int[] players,
        List<ClusterBoard> boards,
        double confidence,
        String summary,
        Map<String, @Nullable Object> measurements) {
    static final String MOVEMENT = "co_movement";
    static final String SCHEDULE = "schedule";
    static final String STEM = "name_stem";
    static final String BOTH = "both";
}
